import type { SeedItem } from './types.ts';

export const videos: SeedItem[] = [
  {
    id: 'six-apprentices',
    kind: 'video',
    author: 'Julien Caron',
    campaign: 'industry-week',
    hoursAgo: 26,
    fr: {
      path: 'videos/six-apprentis',
      title: 'Six apprentis racontent leur premier mois',
      summary:
        'La blouse trop grande, le premier cordon de soudure, le tutoiement du chef : quatre minutes sans langue de bois. Sous-titré.',
      content: [
        'Ils ont entre 16 et 29 ans, viennent d’un lycée de Tourcoing, d’une licence de lettres ou d’une cuisine de restaurant. Nous leur avons confié une caméra pendant un mois, sans relire les questions.',
        'On y apprend qu’un mât se tient par le milieu, que la cantine du jeudi vaut le détour, et que Lucas a mis trois semaines à oser demander où étaient les toilettes. Vidéo sous-titrée, 4 minutes 12.',
      ],
      imageAlt: 'Dessin de six silhouettes en blouse, côte à côte devant un établi, sous des lampes d’atelier.',
      tags: ['apprentissage', 'équipe', 'vidéo'],
      suggestions: [
        [
          'warm',
          'Ils ont un mois de maison et parlent déjà mieux que nous de ce que nous faisons. Bienvenue à tous les six. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'factual',
          'Six apprentis, une caméra, un mois, aucune question relue : 4 minutes sous-titrées sur l’entrée en atelier. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'question',
          'Vous souvenez-vous de votre premier mois ? Eux viennent de le finir, et ils racontent tout. #TeamLumen',
          'linkedin',
        ],
      ],
    },
    en: {
      path: 'videos/six-apprentices',
      title: 'Six apprentices tell what their first month looked like',
      summary: 'The coat too big, the first weld, the boss’s first name: four minutes without varnish. With captions.',
      content: [
        'They are between 16 and 29, and come from a school in Tourcoing, an arts degree, a restaurant kitchen. We lent them a camera for a month and did not read the questions beforehand.',
        'You learn that a mast is held by its middle, that Thursday’s lunch is worth the trip, and that it took Lucas three weeks to dare ask where the toilets were. Captioned, 4 minutes 12.',
      ],
      imageAlt: 'Drawing of six figures in work coats, side by side at a bench under workshop lamps.',
      tags: ['apprenticeship', 'team', 'video'],
      suggestions: [
        [
          'warm',
          'One month with us, and they already talk about our work better than we do. Welcome to all six. #TeamLumen #IndustryWeek',
        ],
        [
          'factual',
          'Six apprentices, one camera, one month, no question read beforehand: 4 captioned minutes on starting in a workshop. #TeamLumen #IndustryWeek',
        ],
        [
          'question',
          'Do you remember your first month? They have just ended theirs, and they tell it all. #TeamLumen',
          'linkedin',
        ],
      ],
    },
  },
  {
    id: 'otto-the-moulder',
    kind: 'video',
    author: 'Awa Traoré',
    campaign: 'industry-week',
    hoursAgo: 170,
    fr: {
      path: 'videos/otto-mouleur',
      title: 'Otto, mouleur : trente ans de métal dans les mains',
      summary:
        'Il reconnaît la température de l’aluminium à sa couleur. Portrait d’un geste que deux apprentis sont en train d’apprendre.',
      content: [
        'Otto Wagner est arrivé de Brême pour six mois, il y a trente ans. Il coule les têtes de luminaires à la main, celles que les machines ratent : les pièces uniques, les restaurations, les lanternes des monuments.',
        'Le film suit une seule pièce, de la cire à la place où elle éclaire, en six minutes et presque sans paroles. On entend surtout le métal. Otto part en retraite dans deux ans ; Lucas et Maïssa apprennent depuis septembre.',
      ],
      imageAlt: 'Dessin d’une louche de métal orange versée dans un moule, avec la silhouette du mouleur.',
      tags: ['métier', 'fonderie', 'vidéo'],
      suggestions: [
        [
          'warm',
          'Six minutes presque sans un mot, et tout y est. Regardez les mains d’Otto. #TeamLumen #SemaineDeLIndustrie',
        ],
        [
          'factual',
          'De la cire à la rue : la naissance d’une lanterne coulée à la main, filmée à Roubaix. 6 minutes, sous-titres. #TeamLumen #SemaineDeLIndustrie',
        ],
      ],
    },
    en: {
      path: 'videos/otto-moulder',
      title: 'Otto, moulder: thirty years of metal in his hands',
      summary:
        'He can tell the temperature of aluminium by its colour. Portrait of a craft that two apprentices are learning.',
      content: [
        'Otto Wagner came from Bremen for six months, thirty years ago. He casts by hand the lamp heads that machines get wrong: single pieces, restorations, the lanterns of monuments.',
        'The film follows one piece, from the wax to the square it lights, in six minutes and hardly a word. What you hear is metal. Otto retires in two years; Lucas and Maïssa have been learning since September.',
      ],
      imageAlt: 'Drawing of a ladle of orange metal poured into a mould, the moulder in silhouette.',
      tags: ['craft', 'foundry', 'video'],
      suggestions: [
        [
          'warm',
          'Six minutes with hardly a word, and everything is in it. Watch Otto’s hands. #TeamLumen #IndustryWeek',
        ],
        [
          'factual',
          'From wax to street: the birth of a hand-cast lantern, filmed in Roubaix. 6 minutes, captioned. #TeamLumen #IndustryWeek',
        ],
      ],
    },
  },
  {
    id: 'three-engineers',
    kind: 'video',
    author: 'Awa Traoré',
    hoursAgo: 412,
    fr: {
      path: 'videos/banc-d-essai',
      title: 'Fatou, Inès et Claire au banc d’essai',
      summary:
        'Pluie, sel, gel, coups de marteau : trois ingénieures montrent comment on fait souffrir une lampe pour qu’elle tienne trente ans.',
      content: [
        'Une lampe vit dehors trente ans. Pour le savoir avant de la vendre, il faut lui faire vivre trente hivers en six semaines. C’est le métier de Fatou Ndiaye, qui ouvre pour la première fois les portes du laboratoire.',
        'Au programme : une chambre à brouillard salé, une douche à 100 litres par minute, et un marteau calibré que tout le monde veut essayer. Claire et Inès commentent. La lampe survit, pas le micro.',
      ],
      imageAlt: 'Dessin d’une lampe sous une pluie battante dans une chambre vitrée, trois silhouettes qui observent.',
      tags: ['laboratoire', 'femmes et sciences', 'vidéo'],
      suggestions: [
        [
          'warm',
          'Elles font pleuvoir, geler et marteler, et elles s’amusent. Mes collègues préférées du bâtiment C. #TeamLumen',
        ],
        [
          'factual',
          'Trente hivers en six semaines : brouillard salé, 100 litres par minute et un marteau calibré. Visite du labo avec trois ingénieures. #TeamLumen',
        ],
        ['question', 'Que faut-il faire subir à une lampe pour lui faire confiance trente ans ? #TeamLumen', 'x'],
      ],
    },
    en: {
      path: 'videos/test-bench',
      title: 'Fatou, Inès and Claire at the test bench',
      summary:
        'Rain, salt, frost, hammer blows: three engineers show how a lamp is made to suffer so that it lasts thirty years.',
      content: [
        'A lamp lives outdoors for thirty years. To know that before it is sold, you put it through thirty winters in six weeks. That is Fatou Ndiaye’s trade, and she opens the laboratory for the first time.',
        'On the programme: a salt-fog chamber, a shower at 100 litres a minute, and a calibrated hammer that everybody wants to try. Claire and Inès comment. The lamp survives; the microphone does not.',
      ],
      imageAlt: 'Drawing of a lamp in pouring rain inside a glass chamber, three figures watching.',
      tags: ['laboratory', 'women in science', 'video'],
      suggestions: [
        [
          'warm',
          'They make rain, frost and hammer blows, and they enjoy it. My favourite colleagues in building C. #TeamLumen',
        ],
        [
          'factual',
          'Thirty winters in six weeks: salt fog, 100 litres a minute and a calibrated hammer. A tour of the lab with three engineers. #TeamLumen',
        ],
        ['question', 'What must you put a lamp through to trust it for thirty years? #TeamLumen', 'x'],
      ],
    },
  },
  {
    id: 'masts-reborn',
    kind: 'video',
    author: 'Otto Wagner',
    hoursAgo: 892,
    fr: {
      path: 'videos/la-seconde-vie-des-mats',
      title: 'La seconde vie des mâts de la place',
      summary:
        'Démontés un mardi, refondus le jeudi, de retour le mois suivant : 38 vieux mâts sont devenus 52 neufs. Le film, en accéléré.',
      content: [
        'La ville d’Halluin voulait changer ses mâts des années 1970. Au lieu de les envoyer à la benne, nous les avons ramenés à la maison : triés, refondus, étirés, repeints. Le métal n’a pas quitté le département.',
        'Comme l’aluminium d’époque était très épais, 38 mâts en ont donné 52. Les quatorze de trop éclairent le parc de jeux. Deux minutes d’images en accéléré.',
      ],
      imageAlt: 'Dessin de vieux mâts couchés à gauche qui se redressent, neufs et allumés, vers la droite.',
      tags: ['recyclage', 'aluminium', 'vidéo'],
      suggestions: [
        ['warm', 'Mon grand-père a connu ces mâts, mes enfants joueront sous les mêmes. #TeamLumen'],
        [
          'factual',
          '38 mâts des années 1970, 52 mâts neufs, zéro tonne sortie du département. La refonte en deux minutes. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'videos/the-second-life-of-masts',
      title: 'The second life of the square’s old masts',
      summary:
        'Taken down on a Tuesday, melted on the Thursday, back the next month: 38 old masts became 52 new ones. The film, sped up.',
      content: [
        'The town of Halluin wanted new masts in place of those of the 1970s. Instead of the scrapyard we took them home: sorted, melted, drawn, painted. The metal never left the county.',
        'As the aluminium of the day was very thick, 38 masts made 52. The fourteen to spare light the playground. Two minutes, sped up.',
      ],
      imageAlt: 'Drawing of old masts lying on the left that stand up, new and lit, towards the right.',
      tags: ['recycling', 'aluminium', 'video'],
      suggestions: [
        ['warm', 'My grandfather knew these masts; my children will play under the same metal. #TeamLumen'],
        [
          'factual',
          '38 masts of the 1970s, 52 new ones, not one tonne out of the county. The remelting in two minutes. #TeamLumen',
        ],
      ],
    },
  },
];
