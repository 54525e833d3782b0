import type { SeedItem } from './types.ts';

export const articles: SeedItem[] = [
  {
    id: 'recovered-heat',
    kind: 'article',
    author: 'Karim Benali',
    pinned: true,
    campaign: 'industry-week',
    hoursAgo: 2,
    fr: {
      path: 'actualites/chaleur-recuperee',
      title:
        'À Roubaix, notre atelier se chauffe désormais avec sa propre chaleur, et vous ouvre ses portes le {day:9}',
      summary:
        'Les fours de peinture chauffaient le ciel. Depuis ce matin, leur chaleur repart dans l’atelier, et dans les douches de la piscine voisine.',
      content: [
        'Pendant quarante ans, nos fours de peinture ont rejeté un air à 180 degrés par le toit. Un échangeur de la taille d’un camion le récupère maintenant : il chauffe les 6 000 m² de l’atelier, et le surplus part par une conduite de 300 mètres vers la piscine du quartier.',
        'La chaudière à gaz s’est arrêtée ce matin à 7 h 10. « On a tous regardé la cheminée, et il ne s’est rien passé, raconte Karim Benali, directeur de l’usine. C’était le but. » L’installation sera rentable en six ans ; ses plans sont publics, pour que d’autres ateliers s’en servent.',
        'Le {day:9}, venez la voir : visites toutes les heures de 10 h à 17 h, sans inscription.',
      ],
      imageAlt:
        'Dessin d’un atelier au toit en dents de scie, d’où s’échappent des rubans de chaleur qui redescendent vers le sol.',
      tags: ['Roubaix', 'énergie', 'industrie'],
      suggestions: [
        [
          'warm',
          'Fier de l’équipe de Roubaix : notre atelier se chauffe avec ce qu’il jetait par le toit. Le {day:9}, je serai là pour vous faire visiter.\n\n#TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'factual',
          'Des fours à 180 °C, un échangeur, 6 000 m² chauffés sans gaz, et une piscine de quartier qui en profite. Les plans sont publics : servez-vous.\n\nNotre directeur d’usine raconte comment cela s’est fait, et ce qui n’a pas marché du premier coup.\n\n#TeamLumen #SemaineDeLIndustrie',
          'linkedin',
        ],
        [
          'question',
          'Combien de chaleur part par le toit chez vous ? Chez nous, c’était de quoi chauffer une piscine. #TeamLumen',
          'x',
        ],
      ],
    },
    en: {
      path: 'news/recovered-heat',
      title: 'Our Roubaix workshop now runs on recovered heat, and opens its doors on {day:9}',
      summary:
        'The paint ovens used to heat the sky. Since this morning their heat goes back into the workshop, and into the showers of the pool next door.',
      content: [
        'For forty years our paint ovens blew air at 180 degrees out through the roof. A heat exchanger the size of a lorry now catches it: it warms the 6,000 m² of the workshop, and what is left travels through 300 metres of pipe to the neighbourhood swimming pool.',
        'The gas boiler stopped this morning at ten past seven. “We all looked at the chimney, and nothing happened,” says Karim Benali, who runs the works. “That was the idea.” The system pays for itself in six years; its plans are public, for other workshops to use.',
        'On {day:9}, come and see it: tours every hour from 10 to 5, no booking.',
      ],
      imageAlt:
        'Drawing of a workshop with a saw-tooth roof, ribbons of heat rising from it and bending back to the ground.',
      tags: ['Roubaix', 'energy', 'industry'],
      suggestions: [
        [
          'warm',
          'Proud of the Roubaix team: our workshop now heats itself with what it used to throw away. I’ll be there on {day:9} to show you around.\n\n#TeamLumen #IndustryWeek',
        ],
        [
          'factual',
          'Ovens at 180 °C, one heat exchanger, 6,000 m² warmed without gas, and a neighbourhood pool that gets the rest. The plans are public: help yourself.\n\nThe head of our works tells how it was done, and what did not work the first time.\n\n#TeamLumen #IndustryWeek',
          'linkedin',
        ],
        ['question', 'How much heat leaves through your roof? Ours was enough for a swimming pool. #TeamLumen', 'x'],
      ],
    },
  },
  {
    id: 'glare-by-a-third',
    kind: 'article',
    author: 'Claire Delattre',
    hoursAgo: 76,
    fr: {
      path: 'blog/un-tiers-d-eblouissement-en-moins',
      title: 'Comment nous avons réduit d’un tiers l’éblouissement de nos lampadaires',
      summary:
        'Trois ans, 212 prototypes et une idée empruntée aux phares bretons : l’histoire de l’optique Clairière.',
      content: [
        'Un lampadaire n’éclaire pas : il éclaire et il éblouit. Plus la source est petite et puissante, plus l’œil se défend, et moins il voit le trottoir. Avec les LED, tout le monde a gagné en énergie et perdu en confort.',
        'L’optique Clairière casse la lumière en 64 petits prismes, comme la lentille d’un phare, et cache chacun derrière un anneau noir. La rue reçoit autant de lumière ; l’œil, un tiers de moins. Le 213e prototype est installé rue de Lannoy depuis un an. Les riverains n’ont rien remarqué, sauf qu’ils ont rouvert leurs rideaux.',
      ],
      imageAlt: 'Dessin d’un lampadaire dont la lumière douce tombe en éventail sur une rue vide.',
      tags: ['optique', 'recherche', 'confort'],
      suggestions: [
        [
          'warm',
          '212 prototypes ratés, et le 213e fait rouvrir les rideaux. Je travaille avec des gens têtus, et j’en suis content. #TeamLumen',
        ],
        [
          'factual',
          'Un tiers d’éblouissement en moins, à lumière égale au sol : la méthode, les mesures et les 212 essais qui n’ont pas marché. #TeamLumen',
        ],
        [
          'question',
          'La lumière de votre rue vous gêne-t-elle le soir ? Voici pourquoi, et ce qui se corrige. #TeamLumen',
          'bluesky',
        ],
      ],
    },
    en: {
      path: 'blog/a-third-less-glare',
      title: 'How we cut the glare of street lamps by a third',
      summary: 'Three years, 212 prototypes and an idea borrowed from lighthouses: the story of the Clairière optics.',
      content: [
        'A street lamp does not simply light: it lights and it dazzles. The smaller and stronger the source, the more the eye defends itself, and the less of the pavement it sees. With LEDs everyone won on energy and lost on comfort.',
        'The Clairière optics break the light into 64 small prisms, as a lighthouse lens does, and hide each behind a black ring. The street gets as much light; the eye, a third less. Prototype 213 has been up in Rue de Lannoy for a year. Residents noticed nothing, except that they opened their curtains again.',
      ],
      imageAlt: 'Drawing of a street lamp whose soft light falls in a fan on an empty street.',
      tags: ['optics', 'research', 'comfort'],
      suggestions: [
        [
          'warm',
          '212 prototypes that failed, and number 213 got people to open their curtains again. I work with stubborn people and I like it. #TeamLumen',
        ],
        [
          'factual',
          'A third less glare for the same light on the ground: the method, the measurements, and the 212 trials that did not work. #TeamLumen',
        ],
        [
          'question',
          'Does the light in your street bother you at night? Here is why, and what can be mended. #TeamLumen',
          'bluesky',
        ],
      ],
    },
  },
  {
    id: 'canal-bats',
    kind: 'article',
    author: 'Fatou Ndiaye',
    campaign: 'night-for-all',
    hoursAgo: 252,
    fr: {
      path: 'projets/canal-de-roubaix',
      title: 'Quarante lampes au bord du canal, et des chauves-souris qui n’en savent rien',
      summary:
        'Une lumière ambrée, basse, qui s’endort quand personne ne passe : le chemin de halage est éclairé sans chasser ses habitants.',
      content: [
        'Les pipistrelles du canal chassent à deux mètres de l’eau, exactement là où les promeneurs voulaient de la lumière. Avec l’association Nuits du Nord, nous avons compté les passages pendant deux étés avant de poser la première lampe.',
        'Résultat : des bornes à hauteur de genou, une teinte ambrée que les insectes voient à peine, et un détecteur qui réveille trois lampes à la fois devant le marcheur. Au troisième comptage, les chauves-souris étaient aussi nombreuses qu’avant, et les joggeurs deux fois plus.',
      ],
      imageAlt:
        'Dessin d’un canal la nuit, bordé de petites lampes ambrées, avec des chauves-souris au-dessus de l’eau.',
      tags: ['biodiversité', 'Roubaix', 'nuit'],
      suggestions: [
        [
          'warm',
          'Mon endroit préféré pour courir après le travail, et maintenant je sais qui vole au-dessus de moi. #TeamLumen #LaNuitPourTous',
        ],
        [
          'factual',
          'Deux étés de comptage, 40 bornes ambrées, autant de chauves-souris qu’avant. La preuve qu’on peut éclairer un canal sans le vider. #TeamLumen #LaNuitPourTous',
        ],
        [
          'question',
          'Faut-il éclairer les berges la nuit ? Notre réponse tient en une couleur. #TeamLumen #LaNuitPourTous',
          'x',
        ],
      ],
    },
    en: {
      path: 'projects/roubaix-canal',
      title: 'Forty lamps along the canal, and bats that know nothing about it',
      summary:
        'An amber light, low down, that dozes off when nobody is there: the towpath is lit without driving its residents away.',
      content: [
        'The canal’s pipistrelles hunt two metres above the water, just where walkers wanted light. With the association Nuits du Nord we counted them for two summers before we put up the first lamp.',
        'The outcome: knee-high bollards, an amber that insects hardly see, and a sensor that wakes three lamps at a time ahead of the walker. At the third count there were as many bats as before, and twice as many joggers.',
      ],
      imageAlt: 'Drawing of a canal at night, lined with small amber lamps, bats above the water.',
      tags: ['biodiversity', 'Roubaix', 'night'],
      suggestions: [
        [
          'warm',
          'My favourite place to run after work, and now I know who is flying overhead. #TeamLumen #NightForAll',
        ],
        [
          'factual',
          'Two summers of counting, 40 amber bollards, as many bats as before. Proof that a canal can be lit without emptying it. #TeamLumen #NightForAll',
        ],
        ['question', 'Should river banks be lit at night? Our answer is a colour. #TeamLumen #NightForAll', 'x'],
      ],
    },
  },
  {
    id: 'bike-path',
    kind: 'article',
    author: 'Sofia Marques',
    campaign: 'industry-week',
    hoursAgo: 196,
    fr: {
      path: 'projets/piste-cyclable-tourcoing',
      title: 'La piste cyclable qui s’allume quand vous arrivez',
      summary:
        'À Tourcoing, 3 kilomètres de piste suivent les vélos : 80 % d’énergie en moins, et des retours du travail plus sereins.',
      content: [
        'À six heures un matin d’hiver, la piste des Francs est noire. Un vélo passe la barrière : douze lampes s’ouvrent devant lui, douze se ferment derrière. De loin, on dirait que la lumière roule.',
        'Les capteurs sont fabriqués à Roubaix, sur une ligne née l’an dernier. Ils ne filment rien : ils sentent la chaleur et la vitesse, et oublient aussitôt. La ville économise quatre cinquièmes de l’énergie, et le comptage montre 40 % de cyclistes en plus avant huit heures.',
      ],
      imageAlt: 'Dessin d’un cycliste au crépuscule sur une piste dont les lampes s’allument autour de lui.',
      tags: ['vélo', 'Tourcoing', 'capteurs'],
      suggestions: [
        [
          'warm',
          'Je rentre par cette piste tous les soirs. La lumière me suit, et elle vient de chez nous. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'factual',
          '3 km, 80 % d’énergie en moins, 40 % de cyclistes en plus avant 8 h, et aucun capteur qui filme. #TeamLumen #SemaineDeLIndustrie',
        ],
        ['question', 'Prendriez-vous le vélo plus souvent si la piste s’allumait devant vous ? #TeamLumen', 'x'],
      ],
    },
    en: {
      path: 'projects/tourcoing-cycle-path',
      title: 'The cycle path that lights up as you come',
      summary:
        'In Tourcoing, 3 kilometres of path follow the bikes: 80% less energy, and a calmer ride home from work.',
      content: [
        'At six on a winter morning the Francs path is black. A bike passes the gate: twelve lamps open ahead of it, twelve close behind. From a distance it looks as if the light were rolling.',
        'The sensors are made in Roubaix, on a line that was born last year. They film nothing: they feel warmth and speed, and forget at once. The town saves four fifths of the energy, and there are 40% more cyclists before eight.',
      ],
      imageAlt: 'Drawing of a cyclist at dusk on a path whose lamps light up around them.',
      tags: ['cycling', 'Tourcoing', 'sensors'],
      suggestions: [
        [
          'warm',
          'I ride home on this path every evening. The light follows me, and it was made at our place. #TeamLumen #IndustryWeek',
        ],
        [
          'factual',
          '3 km, 80% less energy, 40% more cyclists before 8 am, and not one sensor that films. #TeamLumen #IndustryWeek',
        ],
        ['question', 'Would you cycle more often if the path lit up ahead of you? #TeamLumen', 'x'],
      ],
    },
  },
  {
    id: 'carbon-figures',
    kind: 'article',
    author: 'Hélène Vasseur',
    hoursAgo: 292,
    fr: {
      path: 'engagements/nos-chiffres-carbone',
      title: 'Nos chiffres carbone : les bons, les moins bons, et celui qui nous fâche',
      summary:
        'Moins 31 % en cinq ans pour l’usine, moins 4 % seulement pour le transport. Nous publions tout, y compris ce qui stagne.',
      content: [
        'Chaque année, un cabinet indépendant compte ce que nous émettons, du lingot d’aluminium jusqu’à la lampe déposée trente ans plus tard. L’usine a baissé de 31 % en cinq ans. L’aluminium recyclé atteint 87 %.',
        'Le transport, lui, ne baisse que de 4 % : nos mâts font douze mètres et voyagent à moitié vides. C’est le chantier de l’année, avec deux transporteurs de la région et une idée simple, partager les remorques avec un fabricant d’échelles. Nous dirons si cela marche.',
      ],
      imageAlt: 'Dessin d’un graphique en barres qui descend, posé sur une table, avec une petite plante à côté.',
      tags: ['climat', 'transparence'],
      suggestions: [
        ['warm', 'J’aime travailler dans une maison qui publie aussi le chiffre dont elle n’est pas fière. #TeamLumen'],
        [
          'factual',
          'Usine : −31 % en cinq ans. Aluminium recyclé : 87 %. Transport : −4 % seulement, et voici ce que nous allons essayer. #TeamLumen',
        ],
        [
          'question',
          'Vos camions roulent-ils à moitié vides ? Les nôtres aussi. Parlons-en, nous cherchons des voisins de remorque. #TeamLumen',
          'linkedin',
        ],
      ],
    },
    en: {
      path: 'commitments/our-carbon-figures',
      title: 'Our carbon figures: the good, the less good, and the one that annoys us',
      summary:
        'Down 31% in five years for the works, down only 4% for transport. We publish all of it, the part that is stuck included.',
      content: [
        'Each year an independent firm counts what we emit, from the aluminium ingot to the lamp taken down thirty years later. The works are down 31% in five years. Recycled aluminium has reached 87%.',
        'Transport is down by only 4%: our masts are twelve metres long and travel half empty. It is the job of the year, with two hauliers from the region and a simple idea, sharing trailers with a maker of ladders. We shall tell you whether it works.',
      ],
      imageAlt: 'Drawing of a bar chart going down, standing on a table beside a small plant.',
      tags: ['climate', 'openness'],
      suggestions: [
        ['warm', 'I like working for a company that also publishes the figure it is not proud of. #TeamLumen'],
        [
          'factual',
          'Works: −31% in five years. Recycled aluminium: 87%. Transport: only −4%, and here is what we shall try. #TeamLumen',
        ],
        [
          'question',
          'Do your lorries run half empty? So do ours. Let’s talk: we are looking for trailer mates. #TeamLumen',
          'linkedin',
        ],
      ],
    },
  },
  {
    id: 'repair-van',
    kind: 'article',
    author: 'Thomas Lefebvre',
    hoursAgo: 460,
    fr: {
      path: 'services/la-camionnette',
      title: 'La camionnette qui répare un lampadaire en quarante minutes',
      summary:
        'Avant : une nacelle, deux camions, trois semaines d’attente. Aujourd’hui : Thomas, son établi roulant et une seule visite.',
      content: [
        'Quand un luminaire tombait en panne, il fallait le déposer, l’expédier, le réparer, le remonter. La rue restait noire trois semaines. Thomas Lefebvre a dessiné la camionnette dont il rêvait : un établi, un banc de test et les quarante pièces qui lâchent vraiment.',
        'Elle tourne dans la métropole lilloise depuis le printemps. Neuf pannes sur dix se règlent sur place, en quarante minutes. Une deuxième camionnette part à Lyon le mois prochain.',
      ],
      imageAlt: 'Dessin d’une camionnette ouverte, éclairée de l’intérieur, garée sous un lampadaire.',
      tags: ['réparation', 'service'],
      suggestions: [
        [
          'warm',
          'Si vous croisez une camionnette orange sous un lampadaire, dites bonjour à Thomas. Il répare votre rue. #TeamLumen',
        ],
        [
          'factual',
          '9 pannes sur 10 réglées sur place, en 40 minutes au lieu de trois semaines : ce que change un atelier sur roues. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'services/the-van',
      title: 'The van that mends a street lamp in forty minutes',
      summary:
        'Before: a lift, two lorries, three weeks of waiting. Today: Thomas, his bench on wheels, and a single visit.',
      content: [
        'When a lamp failed it had to be taken down, shipped, mended and put back. The street stayed dark for three weeks. Thomas Lefebvre drew the van he was dreaming of: a workbench, a test rig and the forty parts that really give out.',
        'It has been touring greater Lille since the spring. Nine faults in ten are settled on the spot, in forty minutes. A second van leaves for Lyon next month.',
      ],
      imageAlt: 'Drawing of an open van, lit from inside, parked under a street lamp.',
      tags: ['repair', 'service'],
      suggestions: [
        [
          'warm',
          'If you meet an orange van under a street lamp, say hello to Thomas. He is mending your street. #TeamLumen',
        ],
        [
          'factual',
          '9 faults in 10 settled on the spot, in 40 minutes instead of three weeks: what a workshop on wheels changes. #TeamLumen',
        ],
      ],
    },
  },
  {
    id: 'village-of-stars',
    kind: 'article',
    author: 'Inès Bouchard',
    campaign: 'night-for-all',
    hoursAgo: 700,
    fr: {
      path: 'projets/le-village-aux-etoiles',
      title: 'Neuf cents habitants, et la Voie lactée retrouvée',
      summary:
        'À Saint-Aubert-sur-Lys, on éteint à 23 h, on éclaire vers le sol, et l’instituteur a ressorti son télescope.',
      content: [
        'Le maire voulait baisser la facture. Les habitants avaient peur du noir. Il a fallu trois réunions, une marche nocturne et un hiver d’essai : chaque quartier a choisi ses heures, et chacun pouvait rallumer sa rue d’un simple appel. Quatre l’ont fait, une fois.',
        'Un an après, la consommation a baissé de 71 %, aucun incident n’a été relevé, et par nuit claire on voit la Voie lactée depuis la place de l’église. L’école a rebaptisé sa cour « l’observatoire ».',
      ],
      imageAlt: 'Dessin d’un petit village au clocher sombre sous un grand ciel étoilé.',
      tags: ['étoiles', 'communes', 'sobriété'],
      suggestions: [
        [
          'warm',
          'J’ai emmené mes enfants voir les étoiles à Saint-Aubert. Ils ont demandé qui les avait allumées. #TeamLumen #LaNuitPourTous',
        ],
        [
          'factual',
          '−71 % de consommation, zéro incident, et la Voie lactée depuis la place de l’église : un an d’extinction choisie, raconté par les habitants. #TeamLumen #LaNuitPourTous',
        ],
        [
          'question',
          'Depuis quand n’avez-vous pas vu la Voie lactée de chez vous ? #TeamLumen #LaNuitPourTous',
          'bluesky',
        ],
      ],
    },
    en: {
      path: 'projects/the-village-of-stars',
      title: 'Nine hundred people, and the Milky Way back',
      summary:
        'In Saint-Aubert-sur-Lys lamps go out at eleven and light the ground only, and the schoolteacher has dug out his telescope.',
      content: [
        'The mayor wanted a smaller bill. The people were afraid of the dark. It took three meetings, a walk by night and a winter of trials: each quarter chose its hours, and anyone could switch their street back on with a phone call. Four did, once.',
        'A year on, consumption is down 71%, there has not been one incident, and on a clear night you can see the Milky Way from the church square. The school has renamed its yard “the observatory”.',
      ],
      imageAlt: 'Drawing of a small village with a dark steeple under a wide starry sky.',
      tags: ['stars', 'towns', 'sobriety'],
      suggestions: [
        [
          'warm',
          'I took my children to see the stars in Saint-Aubert. They asked who had switched them on. #TeamLumen #NightForAll',
        ],
        [
          'factual',
          '71% less consumption, no incident, and the Milky Way from the church square: a year of chosen darkness, told by the people who live there. #TeamLumen #NightForAll',
        ],
        ['question', 'When did you last see the Milky Way from home? #TeamLumen #NightForAll', 'bluesky'],
      ],
    },
  },
  {
    id: 'open-data',
    kind: 'article',
    author: 'Malik Diallo',
    hoursAgo: 796,
    fr: {
      path: 'blog/donnees-ouvertes',
      title: 'Nous ouvrons les données de 12 000 capteurs',
      summary:
        'Température, pannes, consommation, heure par heure : tout ce que savent nos lampadaires, et rien sur les passants.',
      content: [
        'Nos luminaires mesurent la température de la rue, leur consommation et leur propre fatigue. Ces données dormaient chez nous. Avec l’accord de neuf communes, elles sont désormais publiques, rafraîchies chaque nuit, sous licence ouverte.',
        'Une étudiante de Lille en a déjà tiré une carte des îlots de chaleur. Nous avons aussi publié ce que nous ne mesurons pas, et pourquoi : ni visages, ni téléphones, ni plaques. Un capteur qui ne peut pas espionner n’a pas à promettre qu’il ne le fera pas.',
      ],
      imageAlt: 'Dessin d’une carte de quartier dont chaque rue porte des points lumineux de tailles différentes.',
      tags: ['données ouvertes', 'ville', 'vie privée'],
      suggestions: [
        [
          'warm',
          'Deux ans que je rêvais d’ouvrir ces données. Une étudiante en a fait mieux que nous en trois semaines. #TeamLumen',
        ],
        [
          'factual',
          '12 000 capteurs, 9 communes, données horaires sous licence ouverte, et la liste de ce que nous refusons de mesurer. #TeamLumen',
        ],
        [
          'question',
          'Que feriez-vous de la température de chaque rue, heure par heure ? Les données sont là. #TeamLumen',
          'linkedin',
        ],
      ],
    },
    en: {
      path: 'blog/open-data',
      title: 'We are opening the data of 12,000 sensors',
      summary:
        'Temperature, faults, consumption, hour by hour: all that our street lamps know, and nothing about who walks by.',
      content: [
        'Our lamps measure the warmth of the street, what they use and how tired they are. That data slept at our place. With the agreement of nine towns it is now public, refreshed every night, under an open licence.',
        'A student in Lille has already made a map of heat islands out of it. We also published what we do not measure, and why: no faces, no phones, no number plates. A sensor that cannot spy need not promise that it won’t.',
      ],
      imageAlt: 'Drawing of a map of a neighbourhood, each street dotted with lights of different sizes.',
      tags: ['open data', 'city', 'privacy'],
      suggestions: [
        [
          'warm',
          'I had dreamt of opening this data for two years. A student made more of it than we did, in three weeks. #TeamLumen',
        ],
        [
          'factual',
          '12,000 sensors, 9 towns, hourly data under an open licence, and the list of what we refuse to measure. #TeamLumen',
        ],
        [
          'question',
          'What would you do with the temperature of every street, hour by hour? The data is there. #TeamLumen',
          'linkedin',
        ],
      ],
    },
  },
  {
    id: 'city-at-five',
    kind: 'article',
    author: 'Malik Diallo',
    campaign: 'night-for-all',
    hoursAgo: 984,
    fr: {
      path: 'portfolio/cinq-heures-du-matin',
      title: 'La ville à cinq heures du matin, photographiée par Malik',
      summary:
        'Ingénieur le jour, photographe avant l’aube : vingt rues de Roubaix au moment où les lampes hésitent à s’éteindre.',
      content: [
        'Malik Diallo règle des drivers de LED. Il se lève aussi à quatre heures, deux fois par semaine, pour voir ce qu’ils donnent quand la ville dort encore. De ces promenades sont nées vingt photos, exposées à la médiathèque jusqu’au {day:14}.',
        '« À cinq heures, la lumière n’est à personne, dit-il. Il y a le boulanger, le premier tram, et la rue qui respire. » L’entrée est libre, et l’auteur offre le café le samedi.',
      ],
      imageAlt: 'Dessin d’une rue à l’aube, bleue et rose, avec un tramway et une boulangerie allumée.',
      tags: ['photo', 'Roubaix', 'équipe'],
      suggestions: [
        [
          'warm',
          'Mon voisin de bureau se lève à quatre heures pour photographier nos lampes. Allez voir ce qu’il en rapporte. #TeamLumen #LaNuitPourTous',
        ],
        [
          'question',
          'À quoi ressemble votre rue à cinq heures du matin ? Malik est allé voir. #TeamLumen #LaNuitPourTous',
        ],
      ],
    },
    en: {
      path: 'portfolio/five-in-the-morning',
      title: 'The city at five in the morning, photographed by Malik',
      summary:
        'Engineer by day, photographer before dawn: twenty streets of Roubaix at the moment when lamps hesitate to go out.',
      content: [
        'Malik Diallo tunes LED drivers. Twice a week he also gets up at four, to see what they do while the city is still asleep. From those walks came twenty pictures, on show at the media library until {day:14}.',
        '“At five, the light belongs to nobody,” he says. “There is the baker, the first tram, and the street breathing.” Entry is free, and the author pays for the coffee on Saturdays.',
      ],
      imageAlt: 'Drawing of a street at dawn, blue and pink, with a tram and a lit bakery.',
      tags: ['photography', 'Roubaix', 'team'],
      suggestions: [
        [
          'warm',
          'The man at the next desk gets up at four to photograph our lamps. Go and see what he brings back. #TeamLumen #NightForAll',
        ],
        [
          'question',
          'What does your street look like at five in the morning? Malik went to see. #TeamLumen #NightForAll',
        ],
      ],
    },
  },
];
