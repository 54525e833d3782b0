import type { Bilingual } from './types.ts';

export const company = { name: 'Maison Lumen', site: 'https://www.maison-lumen.example' };

export type SeedCampaign = {
  id: string;
  title: Bilingual;
  hashtag: Bilingual;
  /** From the first start; negative is past. */
  startsInHours: number;
  endsInHours: number;
  goal: number;
  /** Shares that colleagues already published. */
  progress: number;
};

/** One that is running, one that ended well. */
export const campaigns: SeedCampaign[] = [
  {
    id: 'industry-week',
    title: { fr: 'Semaine de l’industrie', en: 'Industry Week' },
    hashtag: { fr: '#SemaineDeLIndustrie', en: '#IndustryWeek' },
    startsInHours: -10 * 24,
    endsInHours: 11 * 24,
    goal: 100,
    progress: 64,
  },
  {
    id: 'night-for-all',
    title: { fr: 'La nuit pour tous', en: 'Night for all' },
    hashtag: { fr: '#LaNuitPourTous', en: '#NightForAll' },
    startsInHours: -42 * 24,
    endsInHours: -7 * 24,
    goal: 30,
    progress: 34,
  },
];

export type SeedGuideline = {
  id: string;
  kind: 'charter' | 'card';
  version: string;
  fr: { title: string; body: string };
  en: { title: string; body: string };
};

export const guidelines: SeedGuideline[] = [
  {
    id: 'charter',
    kind: 'charter',
    version: '3',
    fr: {
      title: 'La charte des ambassadeurs',
      body: `Vous êtes libre de partager ce que nous publions, ou de ne pas le faire. Personne ne le mesure à votre place, et cela ne compte dans aucune évaluation.

## Ce à quoi nous nous engageons

- **Votre voix reste la vôtre.** Nos propositions sont des points de départ : changez-les, ou écrivez tout autre chose.
- **Rien sans votre clic.** Relais ne publie jamais à votre place et ne demande jamais l’accès à vos comptes personnels.
- **Vos chiffres sont à vous.** Votre journal reste dans votre navigateur. Le classement est un choix, sous le nom que vous voulez, et vous le quittez quand vous voulez.

## Ce que nous vous demandons

1. **Dites que vous travaillez ici.** Le mot-dièse \`#TeamLumen\` suffit.
2. **Restez exact.** Si vous doutez d’un chiffre, vérifiez ou laissez-le de côté.
3. **Gardez pour nous ce qui n’est pas public** : prix, clients, projets, brevets, vie des collègues.
4. **Répondez avec calme, ou ne répondez pas.** Un échange qui tourne mal se confie à la communication.

## Les points

Un partage que vous confirmez compte **10 points**, un spot **5 points**. Cinq de chaque comptent par jour : l’envie, pas le volume.`,
    },
    en: {
      title: 'The ambassadors’ charter',
      body: `You are free to share what we publish, and free not to. Nobody keeps count for you, and it plays no part in any review.

## What we promise

- **Your voice stays yours.** Our suggestions are starting points: change them, or write something else altogether.
- **Nothing without your click.** Relais never posts for you and never asks for access to your personal accounts.
- **Your figures are yours.** Your journal stays in your browser. The leaderboard is a choice, under the name you like, and you leave it when you like.

## What we ask

1. **Say that you work here.** The hashtag \`#TeamLumen\` is enough.
2. **Be accurate.** If you doubt a figure, check it or leave it out.
3. **Keep to ourselves what is not public**: prices, clients, projects, patents, colleagues’ lives.
4. **Answer calmly, or not at all.** A conversation that turns sour goes to Communications.

## Points

A share that you confirm counts **10 points**, a spot **5 points**. Five of each count in a day: enthusiasm, not volume.`,
    },
  },
  {
    id: 'own-words',
    kind: 'card',
    version: '1',
    fr: {
      title: 'Avec vos mots',
      body: `Un message personnel est lu, un message copié est survolé.

- Commencez par **ce que cela vous fait** : une fierté, une surprise, une question.
- Racontez **un détail que vous seul connaissez** : l’odeur de l’atelier, le premier essai raté.
- Trois phrases suffisent.

> « J’étais là le soir où on a allumé. Le chien du gardien a aboyé dix minutes. »`,
    },
    en: {
      title: 'In your own words',
      body: `A personal post is read; a copied one is skimmed.

- Begin with **what it does to you**: pride, surprise, a question.
- Tell **a detail that only you know**: the smell of the workshop, the first trial that failed.
- Three sentences are enough.

> “I was there the night we switched it on. The caretaker’s dog barked for ten minutes.”`,
    },
  },
  {
    id: 'say-who-you-are',
    kind: 'card',
    version: '1',
    fr: {
      title: 'Dites d’où vous parlez',
      body: `Vos lecteurs ont le droit de savoir que Maison Lumen est votre employeur.

- Ajoutez \`#TeamLumen\`, ou dites-le dans la phrase : « chez nous », « mon équipe ».
- Donnez votre avis en votre nom : « je trouve », pas « nous pensons ».
- Ne vous présentez jamais comme un client satisfait. C’est interdit, et cela se voit.`,
    },
    en: {
      title: 'Say where you speak from',
      body: `Your readers have a right to know that Maison Lumen employs you.

- Add \`#TeamLumen\`, or say so in the sentence: “at our place”, “my team”.
- Give your opinion in your own name: “I find”, not “we think”.
- Never pose as a happy customer. It is against the law, and it shows.`,
    },
  },
  {
    id: 'figures',
    kind: 'card',
    version: '2',
    fr: {
      title: 'Les chiffres que vous pouvez citer',
      body: `Ceux-ci sont publics, vérifiés et datés dans notre rapport annuel :

- **420** personnes, dont **310** à Roubaix
- **87 %** de l’aluminium de nos mâts est recyclé
- **Un tiers** d’éblouissement en moins avec l’optique Clairière
- **40 minutes** pour réparer un luminaire sur place

Un autre chiffre en tête ? Demandez d’abord : *communication@maison-lumen.example*.`,
    },
    en: {
      title: 'Figures you may quote',
      body: `These are public, checked and dated in our annual report:

- **420** people, **310** of them in Roubaix
- **87%** of the aluminium in our masts is recycled
- **A third** less glare with the Clairière optics
- **40 minutes** to repair a lamp on the spot

Another figure in mind? Ask first: *communication@maison-lumen.example*.`,
    },
  },
  {
    id: 'not-for-sharing',
    kind: 'card',
    version: '1',
    fr: {
      title: 'Ce qui reste entre nous',
      body: `- Un appel d’offres en cours, même gagné, tant que la commune ne l’a pas annoncé.
- Une photo d’écran, de tableau ou d’étiquette : regardez l’arrière-plan avant de publier.
- Un collègue reconnaissable qui n’a pas dit oui.
- Ce qui se dit dans un groupe privé.

Un doute ? Attendez le lendemain, ou demandez à Awa.`,
    },
    en: {
      title: 'What stays between us',
      body: `- A tender that is under way, even won, until the town has announced it.
- A picture of a screen, a board or a label: look at the background before you post.
- A colleague who can be recognised and has not said yes.
- What is said in a private group.

In doubt? Sleep on it, or ask Awa.`,
    },
  },
  {
    id: 'accessible-posts',
    kind: 'card',
    version: '1',
    fr: {
      title: 'Lisible par tout le monde',
      body: `- **Décrivez l’image** en une phrase : un lecteur d’écran la lira.
- **Majuscules dans les mots-dièse** : \`#SemaineDeLIndustrie\` se lit, \`#semainedelindustrie\` s’épelle.
- Pas de lettres fantaisie ni de suites d’émojis : lues à voix haute, elles sont pénibles.
- Une vidéo sans sous-titres se regarde sans vous.`,
    },
    en: {
      title: 'Readable by everyone',
      body: `- **Describe the picture** in one sentence: a screen reader will say it.
- **Capital letters in hashtags**: \`#IndustryWeek\` is read, \`#industryweek\` is spelt out.
- No fancy letters and no rows of emoji: read aloud, they are a pain.
- A video without captions loses half its audience.`,
    },
  },
  {
    id: 'sour-comments',
    kind: 'card',
    version: '1',
    fr: {
      title: 'Un commentaire désagréable',
      body: `Cela arrive, et ce n’est pas votre affaire de le régler.

1. **Respirez.** Rien n’oblige à répondre dans l’heure.
2. **Une question sincère ?** Répondez si vous savez, ou proposez de vous renseigner.
3. **Une attaque ?** Ne répondez pas. Envoyez le lien à [la communication](https://www.maison-lumen.example/fr/contact) : une personne prend le relais dans la journée.`,
    },
    en: {
      title: 'An unpleasant comment',
      body: `It happens, and it is not yours to fix.

1. **Breathe.** Nothing says that you must answer within the hour.
2. **An honest question?** Answer if you know, or offer to find out.
3. **An attack?** Do not answer. Send the link to [Communications](https://www.maison-lumen.example/en/contact): somebody takes over the same day.`,
    },
  },
];
