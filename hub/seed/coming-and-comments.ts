import type { SeedItem } from './types.ts';

/** A post to comment on, news that are not out yet, and a message that is for some. */
export const comingAndComments: SeedItem[] = [
  {
    id: 'engage-thirty-years',
    kind: 'engage',
    author: 'Maison Lumen',
    hoursAgo: 20,
    networks: ['linkedin'],
    fr: {
      path: 'https://www.linkedin.com/posts/maison-lumen_trente-ans-activity-7263000000000000001',
      title: 'Otto fête trente ans de fonderie sur LinkedIn : dites-lui un mot',
      summary:
        'Notre publication raconte ses trente ans en cinq photos. Un commentaire de collègue vaut mieux que dix repartages.',
      content: [
        'Cinq photos, cinq moules, trente ans. La publication est sur la page de Maison Lumen depuis hier, et Otto lit chaque commentaire le soir, à voix haute, à sa femme.',
        'Racontez ce que vous avez appris à côté de lui, ou le jour où un mât a refusé de sortir du sable. Deux phrases suffisent.',
      ],
      imageAlt: 'Dessin d’un gâteau en forme de lampadaire, bougies allumées, et de mains levées tout autour.',
      tags: ['équipe', 'fonderie', 'Roubaix'],
      suggestions: [
        ['warm', 'Mon premier jour, Otto m’a dit d’écouter le métal. J’écoute encore. Bravo ! #TeamLumen', 'linkedin'],
        ['question', 'Otto, quel est le moule que tu referais demain ? #TeamLumen', 'linkedin'],
      ],
    },
    en: {
      path: 'https://www.linkedin.com/posts/maison-lumen_thirty-years-activity-7263000000000000002',
      title: 'Otto’s thirty years at the foundry are on LinkedIn: leave him a word',
      summary: 'Our post tells thirty years in five pictures. One comment from a colleague is worth ten re-shares.',
      content: [
        'Five pictures, five moulds, thirty years. The post has been on Maison Lumen’s page since yesterday, and in the evening Otto reads each comment aloud to his wife.',
        'Tell what you learnt beside him, or the day a mast would not leave the sand. Two sentences are enough.',
      ],
      imageAlt: 'Drawing of a cake shaped like a street lamp, candles lit, hands raised all around it.',
      tags: ['team', 'foundry', 'Roubaix'],
      suggestions: [
        ['warm', 'On my first day Otto told me to listen to the metal. I still do. Well done! #TeamLumen', 'linkedin'],
        ['question', 'Otto, which mould would you make again tomorrow? #TeamLumen', 'linkedin'],
      ],
    },
  },
  {
    id: 'solar-lamp',
    kind: 'article',
    author: 'Fatou Ndiaye',
    hoursAgo: 5,
    embargo: { inDays: 2, hour: 9 },
    fr: {
      path: 'actualites/premier-lampadaire-solaire',
      title: 'Le premier lampadaire qui passe l’hiver avec le seul soleil de Roubaix',
      summary:
        'Quatre mois de ciel gris, pas une nuit éteinte. Le premier est posé le {day:2}, devant l’école Pasteur, sans un mètre de câble.',
      content: [
        'Le soleil de décembre, ici, tient en deux heures. Fatou Ndiaye et son équipe ont donc commencé par la fin : de combien de lumière une rue a-t-elle besoin, et quand ? Moins que prévu, et presque jamais après une heure du matin.',
        'Le reste est affaire de patience : un panneau vertical que la neige ne couvre pas, une batterie qui se change en dix minutes, et une optique qui n’envoie rien vers le ciel. Le premier est posé le {day:2} devant l’école Pasteur.',
      ],
      imageAlt: 'Dessin d’un lampadaire à panneau solaire devant une école, sous un ciel d’hiver qui s’éclaircit.',
      tags: ['énergie', 'recherche', 'Roubaix'],
      suggestions: [
        [
          'warm',
          'J’ai douté tout l’hiver. Il a tenu, avec le seul soleil de Roubaix, et c’est mon équipe qui l’a fait. #TeamLumen',
        ],
        [
          'factual',
          'Quatre mois gris, aucune nuit éteinte, zéro mètre de câble : le premier lampadaire solaire de Maison Lumen est posé à Roubaix. #TeamLumen',
        ],
      ],
    },
    en: {
      path: 'news/first-solar-lamp',
      title: 'The first street lamp to get through winter on the sun of Roubaix alone',
      summary:
        'Four months of grey sky, not one dark night. The first goes up on {day:2}, outside Pasteur school, without a metre of cable.',
      content: [
        'December sun, around here, fits into two hours. So Fatou Ndiaye and her team began at the end: how much light does a street need, and when? Less than expected, and hardly ever after one in the morning.',
        'The rest is patience: an upright panel that snow does not cover, a battery that is changed in ten minutes, and optics that send nothing to the sky. The first goes up on {day:2} outside Pasteur school.',
      ],
      imageAlt: 'Drawing of a street lamp with a solar panel outside a school, under a winter sky that clears.',
      tags: ['energy', 'research', 'Roubaix'],
      suggestions: [
        [
          'warm',
          'I doubted all winter. It held, on the sun of Roubaix alone, and it is my team who did it. #TeamLumen',
        ],
        [
          'factual',
          'Four grey months, not one dark night, no cable at all: Maison Lumen’s first solar street lamp is up in Roubaix. #TeamLumen',
        ],
      ],
    },
  },
  {
    id: 'message-welcome',
    kind: 'message',
    author: 'Hélène Vasseur',
    authorTitle: { fr: 'Directrice générale', en: 'Managing director' },
    hoursAgo: 60,
    audience: ['manager'],
    fr: {
      path: 'editos/accueillir',
      title: 'À celles et ceux qui accueillent : le premier jour vous appartient',
      summary:
        'Hélène Vasseur s’adresse aux responsables d’équipe : douze apprentis arrivent, et personne n’oublie qui lui a ouvert la porte.',
      content: [
        'Je me souviens de mon premier jour, et surtout de la personne qui m’attendait à la grille avec un casque à ma taille. Trente ans plus tard, je ne sais plus rien du contrat ; je me souviens du casque.',
        'Douze apprentis arrivent à la rentrée. Notre guide d’accueil tient en une page, et elle est publique : prenez-la, corrigez-la, et racontez la vôtre. C’est vous qui donnez envie de venir.',
      ],
      imageAlt: 'Dessin d’une personne qui tend un casque à une autre devant une grille ouverte, le matin.',
      tags: ['équipe', 'apprentissage', 'direction'],
      suggestions: [
        [
          'warm',
          'Quelqu’un m’attendait à la grille avec un casque à ma taille. Je fais pareil, et je vous dis comment. #TeamLumen',
        ],
        [
          'question',
          'Qui vous a ouvert la porte, le premier jour ? Notre guide d’accueil tient en une page, et il est public. #TeamLumen',
          'linkedin',
        ],
      ],
    },
    en: {
      path: 'editorials/welcoming',
      title: 'To those who welcome: the first day is yours',
      summary:
        'Hélène Vasseur speaks to team leaders: twelve apprentices are coming, and nobody forgets who opened the gate.',
      content: [
        'I remember my first day, and above all the person who waited at the gate with a helmet of my size. Thirty years on I know nothing of the contract; I remember the helmet.',
        'Twelve apprentices arrive in autumn. Our guide to welcoming fits on a page, and it is public: take it, mend it, and tell yours. It is you who make people want to come.',
      ],
      imageAlt: 'Drawing of someone handing a helmet to someone else at an open gate, in the morning.',
      tags: ['team', 'apprenticeship', 'management'],
      suggestions: [
        [
          'warm',
          'Somebody waited at the gate with a helmet of my size. I do the same now, and here is how. #TeamLumen',
        ],
        [
          'question',
          'Who opened the gate for you, on day one? Our guide to welcoming fits on a page, and it is public. #TeamLumen',
          'linkedin',
        ],
      ],
    },
  },
];
