import type { SeedItem } from './types.ts';

export const jobsAndMessages: SeedItem[] = [
  {
    id: 'job-optics',
    kind: 'job',
    author: 'Julien Caron',
    hoursAgo: 118,
    job: { place: { fr: 'Roubaix', en: 'Roubaix' }, contract: { fr: 'CDI', en: 'Permanent' } },
    fr: {
      path: 'carrieres/ingenieur-optique',
      title: 'Nous cherchons une ou un ingénieur optique qui aime les rues',
      summary:
        'CDI à Roubaix, équipe de sept, deux jours de télétravail. Il faudra mesurer, dessiner, et sortir la nuit pour vérifier.',
      content: [
        'Vous dessinerez les lentilles de la prochaine génération avec Claire et six collègues. La simulation occupe la moitié du temps ; l’autre moitié se passe au banc d’essai et dans la rue, parce qu’un logiciel n’a jamais traversé sur un passage piéton.',
        'Débutants bienvenus, reconversions aussi : deux de l’équipe viennent de la photo. Salaire entre 38 000 et 46 000 € selon l’expérience, affiché parce que c’est plus simple. Premier échange de trente minutes, réponse sous dix jours.',
      ],
      imageAlt: 'Dessin d’une grande lentille posée sur une table, qui décompose un faisceau en couleurs douces.',
      tags: ['emploi', 'optique', 'Roubaix'],
      suggestions: [
        [
          'warm',
          'Mon équipe s’agrandit. Si vous connaissez quelqu’un qui regarde les lampadaires au lieu de son téléphone, c’est pour elle ou lui. #TeamLumen',
        ],
        [
          'factual',
          'CDI ingénieur optique à Roubaix : 38 à 46 k€, deux jours de télétravail, débutants bienvenus, réponse sous dix jours.\n\nJe réponds volontiers à vos questions en message privé.\n\n#TeamLumen',
          'linkedin',
        ],
        ['question', 'Qui connaît une ou un opticien qui aime sortir la nuit ? Nous recrutons. #TeamLumen', 'x'],
      ],
    },
    en: {
      path: 'careers/optical-engineer',
      title: 'Wanted: an optical engineer who likes streets',
      summary:
        'Permanent, in Roubaix, a team of seven, two days from home. You will measure, draw, and go out at night to check.',
      content: [
        'You will draw the lenses of the next generation with Claire and six colleagues. Half of the time is simulation; the other half is at the test bench and in the street, because no software ever used a crossing.',
        'Beginners are welcome, and so are people changing trade: two of the team come from photography. €38,000 to €46,000 depending on experience, said here because it is simpler. A first talk of thirty minutes, an answer within ten days.',
      ],
      imageAlt: 'Drawing of a large lens on a table, splitting a beam into soft colours.',
      tags: ['jobs', 'optics', 'Roubaix'],
      suggestions: [
        [
          'warm',
          'My team is growing. If you know someone who looks at street lamps instead of their phone, this is for them. #TeamLumen',
        ],
        [
          'factual',
          'Optical engineer in Roubaix: permanent, €38k to €46k, two days from home, beginners welcome, an answer within ten days.\n\nHappy to take your questions in private.\n\n#TeamLumen',
          'linkedin',
        ],
        ['question', 'Who knows an optics person who likes going out at night? We are hiring. #TeamLumen', 'x'],
      ],
    },
  },
  {
    id: 'message-repair',
    kind: 'message',
    author: 'Hélène Vasseur',
    hoursAgo: 146,
    authorTitle: { fr: 'Directrice générale', en: 'Managing director' },
    fr: {
      path: 'editos/reparer',
      title: 'Pourquoi je préfère vendre une pièce plutôt qu’une lampe',
      summary:
        'Hélène Vasseur, directrice générale, explique un choix qui a coûté 4 % de chiffre d’affaires et qu’elle referait demain.',
      content: [
        'Il y a deux ans, nous avons décidé que chaque pièce de nos luminaires resterait disponible trente ans, et que le mode d’emploi pour la changer serait public. Nos ventes de lampes neuves ont baissé. Je le savais, et je l’avais dit au conseil.',
        'Ce que je ne savais pas, c’est que les communes reviendraient pour autre chose : la confiance. Une mairie qui répare avec nous nous appelle quand elle construit. Nous avons perdu des lampes et gagné des voisins. Je recommencerais demain.',
      ],
      imageAlt: 'Dessin de deux mains qui remplacent une petite pièce dans une lampe ouverte, sur fond chaud.',
      tags: ['réparabilité', 'direction'],
      suggestions: [
        [
          'warm',
          'Ma directrice préfère vendre une pièce à 12 € plutôt qu’une lampe à 600. C’est aussi pour cela que je reste. #TeamLumen',
        ],
        [
          'factual',
          'Pièces garanties trente ans, notices publiques : 4 % de ventes en moins la première année, et ce qui s’est passé ensuite. #TeamLumen',
        ],
        [
          'question',
          'Et si réparer rapportait plus que vendre ? Hélène Vasseur donne ses chiffres. #TeamLumen',
          'linkedin',
        ],
      ],
    },
    en: {
      path: 'editorials/repairing',
      title: 'Why I would rather sell you a part than a lamp',
      summary:
        'Hélène Vasseur, managing director, explains a choice that cost 4% of sales, and that she would make again tomorrow.',
      content: [
        'Two years ago we decided that every part of our lamps would stay available for thirty years, and that the instructions for changing it would be public. Sales of new lamps went down. I knew they would, and had told the board.',
        'What I did not know is that towns would come back for something else: trust. A town hall that repairs with us calls us when it builds. We lost lamps and won neighbours. I would do it again tomorrow.',
      ],
      imageAlt: 'Drawing of two hands replacing a small part in an open lamp, on a warm background.',
      tags: ['repair', 'management'],
      suggestions: [
        [
          'warm',
          'My managing director would rather sell a part for €12 than a lamp for €600. It is one of the reasons I stay. #TeamLumen',
        ],
        [
          'factual',
          'Parts kept for thirty years, instructions public: 4% less in sales the first year, and what happened next. #TeamLumen',
        ],
        [
          'question',
          'What if repairing paid better than selling? Hélène Vasseur gives her figures. #TeamLumen',
          'linkedin',
        ],
      ],
    },
  },
  {
    id: 'job-apprenticeships',
    kind: 'job',
    author: 'Julien Caron',
    campaign: 'industry-week',
    hoursAgo: 221,
    job: { place: { fr: 'Roubaix', en: 'Roubaix' }, contract: { fr: 'Apprentissage', en: 'Apprenticeship' } },
    fr: {
      path: 'carrieres/apprentissage',
      title: 'Douze places d’apprentissage pour la rentrée prochaine',
      summary:
        'Fonderie, électronique, maintenance, design : de 16 à 29 ans, sans lettre de motivation. On commence par une journée à l’atelier.',
      content: [
        'La lettre de motivation dit surtout qui vous a aidé à l’écrire. Nous l’avons supprimée. Pour candidater, il suffit de passer une journée avec nous : vous voyez le métier, nous vous voyons faire, et chacun décide.',
        'Les douze places vont du CAP au diplôme d’ingénieur. L’an dernier, onze apprentis sur douze ont reçu une proposition d’embauche, et dix l’ont acceptée. Les journées d’atelier ont lieu chaque mercredi jusqu’au printemps.',
      ],
      imageAlt: 'Dessin de deux personnes penchées sur un établi, l’une montrant à l’autre, sous une lampe basse.',
      tags: ['apprentissage', 'emploi', 'formation'],
      suggestions: [
        [
          'warm',
          'Pas de lettre de motivation : une journée avec nous, et on voit. C’est comme cela que j’aurais aimé commencer. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'factual',
          '12 places d’apprentissage, du CAP à l’ingénieur. L’an dernier : 11 propositions d’embauche sur 12. Journées d’atelier chaque mercredi. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'question',
          'Une nièce, un voisin, quelqu’un qui cherche un métier avec les mains et la tête ? #TeamLumen #SemaineDeLIndustrie',
        ],
      ],
    },
    en: {
      path: 'careers/apprenticeships',
      title: 'Twelve apprenticeships for next autumn',
      summary:
        'Foundry, electronics, maintenance, design: ages 16 to 29, no covering letter. It starts with a day in the workshop.',
      content: [
        'A covering letter mostly tells who helped you write it. We dropped it. To apply, come and spend a day with us: you see the trade, we see you at it, and each of us decides.',
        'The twelve places go from a first certificate to an engineering degree. Last year eleven apprentices in twelve were offered a job, and ten took it. Workshop days are on Wednesdays until spring.',
      ],
      imageAlt: 'Drawing of two people bent over a bench, one showing the other, under a low lamp.',
      tags: ['apprenticeship', 'jobs', 'training'],
      suggestions: [
        [
          'warm',
          'No covering letter: a day with us, and we’ll see. I wish I had started that way. #TeamLumen #IndustryWeek',
        ],
        [
          'factual',
          '12 apprenticeships, from first certificate to engineer. Last year: 11 job offers out of 12. Workshop days every Wednesday. #TeamLumen #IndustryWeek',
        ],
        ['question', 'A niece, a neighbour, someone looking for a trade for hands and head? #TeamLumen #IndustryWeek'],
      ],
    },
  },
  {
    id: 'message-school',
    kind: 'message',
    author: 'Claire Delattre',
    hoursAgo: 366,
    authorTitle: { fr: 'Designer', en: 'Designer' },
    fr: {
      path: 'editos/le-lampadaire-de-2050',
      title: 'Soixante élèves ont dessiné le lampadaire de 2050, et j’ai pris des notes',
      summary:
        'Un lampadaire qui donne l’heure aux chats, un autre qui pousse : Claire Delattre, designer, revient de l’école Pasteur.',
      content: [
        'J’étais venue expliquer mon métier à trois classes de CM1. Ils m’ont expliqué le leur. Soixante dessins plus tard, je sais qu’un lampadaire devrait s’incliner pour dire bonjour, abriter les moineaux, et s’éteindre quand quelqu’un a du chagrin.',
        'Deux idées sont déjà sur ma table. Le nichoir intégré, que nous prototypons, et la lumière qui salue, qui se trouve être une très bonne façon de montrer un passage piéton. Les soixante dessins sont exposés dans notre hall.',
      ],
      imageAlt: 'Dessin d’enfant : un lampadaire qui pousse comme une fleur, avec un chat et un oiseau.',
      tags: ['design', 'école', 'équipe'],
      suggestions: [
        [
          'warm',
          'Un lampadaire qui s’éteint quand quelqu’un a du chagrin. On n’a rien inventé de mieux cette année. #TeamLumen',
        ],
        [
          'question',
          'À quoi ressemblera le lampadaire de 2050 ? Soixante élèves ont leur idée, et deux sont déjà à l’étude. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'editorials/the-lamp-of-2050',
      title: 'Sixty pupils drew the street lamp of 2050, and I took notes',
      summary:
        'A lamp that tells cats the time, another that grows: Claire Delattre, designer, is back from the Pasteur school.',
      content: [
        'I had come to explain my trade to three classes of nine-year-olds. They explained theirs. Sixty drawings later I know that a street lamp should bow to say hello, shelter sparrows, and go out when someone is sad.',
        'Two ideas are on my desk already. The built-in nest box, of which we are making a prototype, and the light that greets, which turns out to be a very good way of showing a crossing. All sixty drawings are on show in our hall.',
      ],
      imageAlt: 'A child’s drawing: a street lamp growing like a flower, with a cat and a bird.',
      tags: ['design', 'school', 'team'],
      suggestions: [
        [
          'warm',
          'A street lamp that goes out when someone is sad. We came up with nothing better this year. #TeamLumen',
        ],
        [
          'question',
          'What will the street lamp of 2050 look like? Sixty pupils have an idea, and two are being looked into. #TeamLumen',
        ],
      ],
    },
  },
  {
    id: 'job-field',
    kind: 'job',
    author: 'Thomas Lefebvre',
    hoursAgo: 508,
    job: { place: { fr: 'Lyon', en: 'Lyon' }, contract: { fr: 'CDI', en: 'Permanent' } },
    fr: {
      path: 'carrieres/technicien-lyon',
      title: 'Technicienne ou technicien itinérant à Lyon : la deuxième camionnette cherche quelqu’un',
      summary:
        'Un établi sur roues, un secteur de quinze communes, pas d’astreinte de nuit. Formation de deux mois à Roubaix, logement compris.',
      content: [
        'La première camionnette a prouvé que neuf pannes sur dix se règlent sur place. La deuxième est prête, jaune cette fois, et il lui manque la personne qui la conduira.',
        'Vous aimez l’électricité, le contact, et les journées qui ne se ressemblent pas. Vous travaillez de jour, rentrez chez vous le soir, et choisissez vos outils. Deux mois de formation à Roubaix avec Thomas, logement et trajets pris en charge.',
      ],
      imageAlt: 'Dessin d’une camionnette jaune sur une route de collines, Lyon et ses toits au loin.',
      tags: ['emploi', 'Lyon', 'maintenance'],
      suggestions: [
        [
          'warm',
          'Je cherche la personne à qui confier ma deuxième camionnette. Elle est jaune, elle est à Lyon, et je vous formerai moi-même. #TeamLumen',
          'linkedin',
        ],
        [
          'factual',
          'Poste itinérant à Lyon : CDI, de jour, sans astreinte, deux mois de formation à Roubaix logement compris. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'careers/field-technician-lyon',
      title: 'Field technician in Lyon: the second van is looking for someone',
      summary:
        'A bench on wheels, fifteen towns, no nights on call. Two months of training in Roubaix, lodging included.',
      content: [
        'The first van proved that nine faults in ten are settled on the spot. The second is ready, yellow this time, and lacks the person who will drive it.',
        'You like electricity, people, and days that differ. You work by day, sleep at home and choose your tools. Two months of training in Roubaix with Thomas, lodging and travel paid.',
      ],
      imageAlt: 'Drawing of a yellow van on a hilly road, Lyon and its roofs in the distance.',
      tags: ['jobs', 'Lyon', 'maintenance'],
      suggestions: [
        [
          'warm',
          'I am looking for the person to whom I can hand my second van. It is yellow, it is in Lyon, and I’ll train you myself. #TeamLumen',
          'linkedin',
        ],
        [
          'factual',
          'Field job in Lyon: permanent, by day, no nights on call, two months of training in Roubaix with lodging. #TeamLumen',
        ],
      ],
    },
  },
  {
    id: 'message-safety',
    kind: 'message',
    author: 'Karim Benali',
    hoursAgo: 556,
    authorTitle: { fr: 'Directeur de l’usine de Roubaix', en: 'Director of the Roubaix works' },
    fr: {
      path: 'editos/quatre-cents-jours',
      title: 'Quatre cents jours sans accident : merci à celle qui a arrêté la ligne',
      summary:
        'Karim Benali, directeur de l’usine, ne parle pas de chance. Il parle d’un bouton rouge et de quelqu’un qui a osé.',
      content: [
        'En mars de l’an dernier, Maïssa, apprentie depuis neuf jours, a arrêté la ligne de peinture parce qu’un bruit ne lui plaisait pas. Deux heures de production perdues, et un roulement à quelques minutes de céder.',
        'Depuis, nous fêtons chaque arrêt justifié comme une commande gagnée. Il y en a eu vingt-trois. Le compteur affiche quatre cents jours sans accident avec arrêt, et ce n’est pas de la chance : c’est une équipe où l’on a le droit d’avoir un doute.',
      ],
      imageAlt: 'Dessin d’un gros bouton rouge sur un mur d’atelier, une main ouverte à côté.',
      tags: ['sécurité', 'équipe'],
      suggestions: [
        [
          'warm',
          'Neuf jours d’ancienneté, et elle a arrêté la ligne. Elle avait raison. Je suis fier de travailler là où l’on peut faire cela. #TeamLumen',
        ],
        [
          'factual',
          '400 jours sans accident, 23 arrêts de ligne justifiés et fêtés : ce que le bouton rouge a changé à Roubaix. #TeamLumen',
        ],
        ['question', 'Chez vous, un apprenti oserait-il arrêter la ligne ? #TeamLumen', 'linkedin'],
      ],
    },
    en: {
      path: 'editorials/four-hundred-days',
      title: 'Four hundred days without an accident: thanks to the one who stopped the line',
      summary:
        'Karim Benali, who runs the works, does not speak of luck. He speaks of a red button, and of someone who dared.',
      content: [
        'In March last year Maïssa, nine days into her apprenticeship, stopped the paint line because she did not like a noise. Two hours of output lost, and a bearing that was minutes from giving way.',
        'Since then we celebrate each justified stop like an order won. There have been twenty-three. The counter says four hundred days without a lost-time accident, and it is not luck: it is a team in which you are allowed to have a doubt.',
      ],
      imageAlt: 'Drawing of a large red button on a workshop wall, an open hand beside it.',
      tags: ['safety', 'team'],
      suggestions: [
        [
          'warm',
          'Nine days on the job, and she stopped the line. She was right. I am proud to work where you can do that. #TeamLumen',
        ],
        [
          'factual',
          '400 days without an accident, 23 justified stops, each celebrated: what the red button changed in Roubaix. #TeamLumen',
        ],
        ['question', 'Where you work, would an apprentice dare stop the line? #TeamLumen', 'linkedin'],
      ],
    },
  },
];
