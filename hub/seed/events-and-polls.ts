import type { SeedItem } from './types.ts';

export const eventsAndPolls: SeedItem[] = [
  {
    id: 'open-doors',
    kind: 'event',
    author: 'Awa Traoré',
    pinned: true,
    campaign: 'industry-week',
    hoursAgo: 47,
    event: {
      starts: { inDays: 9, hour: 10 },
      ends: { inDays: 9, hour: 17 },
      place: { fr: 'Usine de la rue de l’Alma, Roubaix', en: 'The works, Rue de l’Alma, Roubaix' },
    },
    fr: {
      path: 'agenda/portes-ouvertes',
      title: 'Portes ouvertes à Roubaix : venez voir naître un lampadaire, le {day:9}',
      summary:
        'Fonderie, peinture, labo d’optique, et un atelier où les enfants montent leur veilleuse. Entrée libre, goûter compris.',
      content: [
        'De 10 h à 17 h, l’usine de la rue de l’Alma s’ouvre de la fonderie au quai d’expédition. Les visites partent toutes les heures et durent cinquante minutes ; l’une d’elles, à 14 h, est en langue des signes.',
        'Les enfants repartent avec une veilleuse montée de leurs mains. Les grands peuvent discuter formation et emploi avec ceux qui font le métier. Le parking est petit : le métro Alma est à quatre minutes.',
      ],
      imageAlt: 'Dessin d’une grande porte d’usine ouverte sur une lumière chaude, avec des familles qui entrent.',
      tags: ['portes ouvertes', 'Roubaix', 'famille'],
      suggestions: [
        [
          'warm',
          'Le {day:9}, mes enfants verront enfin ce que je fais de mes journées. Venez avec les vôtres, le goûter est compris. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'factual',
          'Portes ouvertes le {day:9}, de 10 h à 17 h, rue de l’Alma à Roubaix. Visites toutes les heures, une en LSF à 14 h, entrée libre. #TeamLumen #SemaineDeLIndustrie',
        ],
        ['question', 'Avez-vous déjà vu couler un lampadaire ? C’est le {day:9}, et c’est gratuit. #TeamLumen', 'x'],
      ],
    },
    en: {
      path: 'events/open-doors',
      title: 'Open doors in Roubaix: come and see a street lamp being born, on {day:9}',
      summary:
        'Foundry, paint shop, optics lab, and a workshop where children build a night light. Free entry, cake included.',
      content: [
        'From 10 to 5 the works in Rue de l’Alma are open from the foundry to the loading dock. Tours leave every hour and last fifty minutes; one of them, at two, is in sign language.',
        'Children leave with a night light they built themselves. Grown-ups can talk training and jobs with the people who do the work. Parking is scarce: Alma metro station is four minutes away.',
      ],
      imageAlt: 'Drawing of a large factory door open on a warm light, families walking in.',
      tags: ['open doors', 'Roubaix', 'family'],
      suggestions: [
        [
          'warm',
          'On {day:9} my children will at last see what I do all day. Bring yours, cake is included. #TeamLumen #IndustryWeek',
        ],
        [
          'factual',
          'Open doors on {day:9}, 10 to 5, Rue de l’Alma in Roubaix. Tours every hour, one in sign language at 2 pm, free entry. #TeamLumen #IndustryWeek',
        ],
        ['question', 'Have you ever seen a street lamp being cast? It is on {day:9}, and it is free. #TeamLumen', 'x'],
      ],
    },
  },
  {
    id: 'poll-when-dark',
    kind: 'poll',
    author: 'Communication',
    hoursAgo: 100,
    poll: {
      choices: {
        fr: ['Jamais', 'À 22 h', 'À minuit', 'Quand plus personne ne passe'],
        en: ['Never', 'At ten', 'At midnight', 'When nobody is there'],
      },
    },
    fr: {
      path: 'sondages/a-quelle-heure',
      title: 'À quelle heure votre rue devrait-elle baisser la lumière ?',
      summary:
        'Jamais, 22 h, minuit, ou quand plus personne ne passe : une question, dix secondes, et les réponses de 1 800 voisins.',
      content: [
        'Les communes nous demandent souvent ce que veulent « les gens ». Plutôt que de deviner, nous posons la question à chacun, quartier par quartier. La réponse est anonyme et s’affiche aussitôt sur la carte.',
        'À ce jour, 1 800 personnes ont répondu. Une sur deux préfère une lumière qui baisse quand la rue est vide. Les résultats complets seront remis aux neuf communes partenaires, et publiés le même jour.',
      ],
      imageAlt: 'Dessin d’une horloge de rue dont le cadran est à moitié jour, à moitié nuit.',
      tags: ['sondage', 'ville', 'nuit'],
      suggestions: [
        [
          'question',
          'Minuit, 22 h, jamais ? Dites à quelle heure votre rue devrait baisser la lumière. Dix secondes, anonyme. #TeamLumen',
        ],
        [
          'factual',
          '1 800 réponses, une sur deux pour une lumière qui baisse quand la rue est vide. Il manque la vôtre. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'polls/what-time',
      title: 'At what time should your street dim its lights?',
      summary:
        'Never, at ten, at midnight, or when nobody is there: one question, ten seconds, and the answers of 1,800 neighbours.',
      content: [
        'Towns often ask us what “people” want. Rather than guess we ask everyone, neighbourhood by neighbourhood. Answers are anonymous and show on the map at once.',
        'So far 1,800 people have answered. One in two would like a light that dims when the street is empty. The full results go to the nine partner towns, and are published the same day.',
      ],
      imageAlt: 'Drawing of a street clock whose face is half day, half night.',
      tags: ['poll', 'city', 'night'],
      suggestions: [
        [
          'question',
          'Midnight, ten, never? Say when your street should dim its lights. Ten seconds, anonymous. #TeamLumen',
        ],
        [
          'factual',
          '1,800 answers, one in two for a light that dims when the street is empty. Yours is missing. #TeamLumen',
        ],
      ],
    },
  },
  {
    id: 'night-walk',
    kind: 'event',
    author: 'Fatou Ndiaye',
    campaign: 'night-for-all',
    hoursAgo: 318,
    event: {
      starts: { inDays: -9, hour: 20 },
      ends: { inDays: -9, hour: 23 },
      place: { fr: 'Chemin de la Marque, Villeneuve-d’Ascq', en: 'Marque path, Villeneuve-d’Ascq' },
    },
    fr: {
      path: 'agenda/marche-des-etoiles',
      title: 'Une marche de nuit avec des astronomes, et des lampes qui se taisent',
      summary:
        'Cinq kilomètres le long de la Marque, trois télescopes, et un tronçon de chemin éteint pour l’occasion. Le {day:-9}.',
      content: [
        'La métropole éteint, nous marchons. Le {day:-9}, deux cents personnes peuvent suivre le chemin de la Marque avec le club d’astronomie de Villeneuve. À mi-parcours, les lampes se taisent pendant vingt minutes : le temps que l’œil s’habitue, et que le ciel arrive.',
        'Prévoir de bonnes chaussures et un vêtement chaud. Les lampes frontales rouges sont fournies. En cas de nuages, la soupe est maintenue.',
      ],
      imageAlt: 'Dessin d’un groupe de marcheurs et d’un télescope en silhouette sous la Lune et les étoiles.',
      tags: ['étoiles', 'marche', 'agenda'],
      suggestions: [
        [
          'warm',
          'Vingt minutes de noir complet au bord de la Marque, avec des gens qui savent nommer ce qu’on voit. J’y serai, avec la soupe. #TeamLumen #LaNuitPourTous',
        ],
        [
          'factual',
          'Marche de nuit le {day:-9} : 5 km, trois télescopes, un tronçon éteint vingt minutes. 200 places, gratuit. #TeamLumen #LaNuitPourTous',
        ],
      ],
    },
    en: {
      path: 'events/walk-of-stars',
      title: 'A walk by night with astronomers, and lamps that keep quiet',
      summary:
        'Five kilometres along the Marque, three telescopes, and a stretch of path switched off for the occasion. On {day:-9}.',
      content: [
        'The city switches off, we walk. On {day:-9} two hundred people can follow the Marque path with the astronomy club of Villeneuve. Half way, the lamps keep quiet for twenty minutes: long enough for the eye to adjust, and for the sky to arrive.',
        'Good shoes and a warm coat, please. Red head torches are lent. Should it be cloudy, the soup goes ahead.',
      ],
      imageAlt: 'Drawing of a group of walkers and a telescope in silhouette under the moon and stars.',
      tags: ['stars', 'walk', 'events'],
      suggestions: [
        [
          'warm',
          'Twenty minutes of full darkness by the Marque, with people who can name what you see. I’ll be there, with the soup. #TeamLumen #NightForAll',
        ],
        [
          'factual',
          'Walk by night on {day:-9}: 5 km, three telescopes, a stretch switched off for twenty minutes. 200 places, free. #TeamLumen #NightForAll',
        ],
      ],
    },
  },
  {
    id: 'poll-which-square',
    kind: 'poll',
    author: 'Communication',
    hoursAgo: 340,
    poll: {
      choices: {
        fr: ['Le terrain de pétanque', 'La cour d’école', 'L’entrée du foyer'],
        en: ['The boules pitch', 'The school yard', 'The door of the shelter'],
      },
      closes: { inDays: 6, hour: 22 },
    },
    expires: { inDays: 6, hour: 22 },
    fr: {
      path: 'sondages/quelle-place',
      title: 'Quelle place éclairerons-nous gratuitement cet hiver ? À vous de voter',
      summary:
        'Un terrain de pétanque, une cour d’école ou l’entrée d’un foyer : trois lieux, une installation offerte, votre voix décide.',
      content: [
        'Chaque hiver, une équipe de volontaires éclaire un lieu qui en a besoin, sur son temps de travail et avec du matériel de démonstration. Trente-deux lieux ont été proposés par des habitants ; un jury en a gardé trois.',
        'Le vote est ouvert à tous jusqu’au {day:6}. Le chantier aura lieu en une journée, et les deux autres lieux recevront un diagnostic gratuit.',
      ],
      imageAlt: 'Dessin de trois petites places vues de haut, chacune sous une lampe, l’une déjà allumée.',
      tags: ['vote', 'solidarité', 'quartier'],
      suggestions: [
        [
          'question',
          'Pétanque, école ou foyer : quelle place mérite la lumière cet hiver ? Votez avant le {day:6}. #TeamLumen',
        ],
        [
          'warm',
          'L’an dernier, j’ai passé une journée à éclairer un terrain de basket. Mon meilleur jour de travail. Cette année, c’est vous qui choisissez. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'polls/which-square',
      title: 'Which square shall we light for free this winter? You vote',
      summary:
        'A boules pitch, a school yard or the door of a shelter: three places, one installation as a gift, your vote decides.',
      content: [
        'Each winter a team of volunteers lights a place that needs it, in working hours and with demonstration equipment. Residents put forward thirty-two places; a jury kept three.',
        'Anyone can vote until {day:6}. The work takes one day, and the two other places get a free survey.',
      ],
      imageAlt: 'Drawing of three small squares seen from above, each under a lamp, one of them already lit.',
      tags: ['vote', 'solidarity', 'neighbourhood'],
      suggestions: [
        [
          'question',
          'Boules, school or shelter: which place deserves light this winter? Vote before {day:6}. #TeamLumen',
        ],
        [
          'warm',
          'Last year I spent a day lighting a basketball court. My best day at work. This year you choose. #TeamLumen',
        ],
      ],
    },
  },
  {
    id: 'night-city-meeting',
    kind: 'event',
    author: 'Sofia Marques',
    hoursAgo: 604,
    event: {
      starts: { inDays: -20, hour: 9 },
      ends: { inDays: -19, hour: 18 },
      place: { fr: 'Lille Grand Palais', en: 'Lille Grand Palais' },
    },
    fr: {
      path: 'agenda/rencontres-de-la-ville-nocturne',
      title: 'Retrouvez-nous aux Rencontres de la ville nocturne, à Lille',
      summary:
        'Deux jours, quatre tables rondes, et un stand sans brochure : juste une rue de dix mètres à traverser dans le noir.',
      content: [
        'Plutôt qu’un stand, nous construisons une rue. Dix mètres de pavés, un passage piéton, quatre façons de l’éclairer : traversez, jugez, dites ce que vous avez vu. Les réponses serviront au guide que nous préparons avec l’université.',
        'Claire Delattre parlera d’éblouissement le premier jour à 11 h ; Malik Diallo, de données ouvertes, le second à 15 h. Les visiteurs malvoyants sont nos meilleurs critiques : une visite guidée leur est réservée chaque matin.',
      ],
      imageAlt: 'Dessin d’un hall d’exposition sombre où une petite rue est éclairée de quatre couleurs.',
      tags: ['salon', 'Lille', 'accessibilité'],
      suggestions: [
        [
          'warm',
          'Pas de brochure, pas de bonbons : une rue à traverser dans le noir. Passez me dire ce que vous avez vu. #TeamLumen',
        ],
        [
          'factual',
          'Rencontres de la ville nocturne, Lille : Claire Delattre sur l’éblouissement, Malik Diallo sur les données ouvertes, et une rue d’essai grandeur nature. #TeamLumen',
          'linkedin',
        ],
      ],
    },
    en: {
      path: 'events/night-city-meeting',
      title: 'Meet us at the Night City meeting in Lille',
      summary:
        'Two days, four round tables, and a stand without a brochure: just ten metres of street to cross in the dark.',
      content: [
        'Instead of a stand we are building a street. Ten metres of cobbles, a crossing, four ways of lighting it: cross, judge, tell what you saw. The answers go into the guide that we are writing with the university.',
        'Claire Delattre speaks on glare on the first day at 11; Malik Diallo on open data on the second, at 3. Visitors with low vision are our best critics: a guided tour is kept for them each morning.',
      ],
      imageAlt: 'Drawing of a dark exhibition hall where a small street is lit in four colours.',
      tags: ['trade show', 'Lille', 'accessibility'],
      suggestions: [
        ['warm', 'No brochure, no sweets: a street to cross in the dark. Come and tell me what you saw. #TeamLumen'],
        [
          'factual',
          'Night City meeting, Lille: Claire Delattre on glare, Malik Diallo on open data, and a life-size trial street. #TeamLumen',
          'linkedin',
        ],
      ],
    },
  },
];
