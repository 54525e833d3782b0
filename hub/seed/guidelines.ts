import { guidelinesByRole } from './guidelines-by-role.ts';
import type { SeedGuideline } from './types.ts';

/** The charter, what everyone learns, then what each role learns besides; in the order to be read. */
export const guidelines: SeedGuideline[] = [
  {
    id: 'charter',
    kind: 'charter',
    version: '3',
    roles: [],
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
    version: '2',
    roles: [],
    fr: {
      title: 'Avec vos mots',
      body: `Un message personnel est lu, un message copié est survolé.

- Commencez par **ce que cela vous fait** : une fierté, une surprise, une question.
- Racontez **un détail que vous seul connaissez** : l’odeur de l’atelier, le premier essai raté.
- Trois phrases suffisent.`,
      good: 'J’étais là le soir où on a allumé la place. Le chien du gardien a aboyé dix minutes. Puis les gens ont levé les yeux : on revoyait les étoiles. #TeamLumen',
      bad: 'Maison Lumen est fière d’annoncer la mise en service de son nouvel éclairage intelligent et responsable !',
      question: {
        text: 'Vous avez trente secondes pour partager un article. Par quoi commencer ?',
        choices: [
          'Par le titre de l’article, recopié tel quel',
          'Par ce qu’il vous a fait, en une phrase',
          'Par trois mots-dièse bien choisis',
        ],
        answer: 1,
        why: 'Le titre s’affiche déjà sous votre message. Une phrase à vous, même courte, est ce qui donne envie de lire la suite.',
      },
    },
    en: {
      title: 'In your own words',
      body: `A personal post is read; a copied one is skimmed.

- Begin with **what it does to you**: pride, surprise, a question.
- Tell **a detail that only you know**: the smell of the workshop, the first trial that failed.
- Three sentences are enough.`,
      good: 'I was there the night we lit the square. The caretaker’s dog barked for ten minutes. Then people looked up: the stars were back. #TeamLumen',
      bad: 'Maison Lumen is proud to announce the commissioning of its new smart and responsible lighting!',
      question: {
        text: 'You have thirty seconds to share an article. What do you begin with?',
        choices: [
          'The title of the article, copied as it is',
          'What it did to you, in one sentence',
          'Three well-chosen hashtags',
        ],
        answer: 1,
        why: 'The title already shows under your post. A sentence of yours, however short, is what makes people read on.',
      },
    },
  },
  {
    id: 'say-who-you-are',
    kind: 'card',
    version: '2',
    roles: [],
    fr: {
      title: 'Dites d’où vous parlez',
      body: `Vos lecteurs ont le droit de savoir que Maison Lumen est votre employeur.

- Ajoutez \`#TeamLumen\`, ou dites-le dans la phrase : « chez nous », « mon équipe ».
- Donnez votre avis en votre nom : « je trouve », pas « nous pensons ».
- Ne vous présentez jamais comme un client satisfait. C’est interdit, et cela se voit.`,
      good: 'Mon équipe a passé l’hiver sur cette optique. Je trouve qu’elle change la rue : venez voir place Vauban. #TeamLumen',
      bad: 'Quelqu’un connaît Maison Lumen ? On m’a dit le plus grand bien de leur nouvelle optique !',
      question: {
        text: 'Votre profil dit déjà que vous travaillez chez Maison Lumen. Faut-il le redire dans le message ?',
        choices: [
          'Oui, d’un mot : le message voyage sans le profil',
          'Non, le profil suffit',
          'Seulement si le message parle d’un produit',
        ],
        answer: 0,
        why: 'Un message repartagé se lit loin de votre profil. « Chez nous » ou #TeamLumen suffit, et le doute ne s’installe pas.',
      },
    },
    en: {
      title: 'Say where you speak from',
      body: `Your readers have a right to know that Maison Lumen employs you.

- Add \`#TeamLumen\`, or say so in the sentence: “at our place”, “my team”.
- Give your opinion in your own name: “I find”, not “we think”.
- Never pose as a happy customer. It is against the law, and it shows.`,
      good: 'My team spent the winter on these optics. I find that they change the street: come and see place Vauban. #TeamLumen',
      bad: 'Does anyone know Maison Lumen? I have heard such good things about their new optics!',
      question: {
        text: 'Your profile already says that you work at Maison Lumen. Should the post say so again?',
        choices: [
          'Yes, in a word: the post travels without the profile',
          'No, the profile is enough',
          'Only when the post is about a product',
        ],
        answer: 0,
        why: 'A post that is shared again is read far from your profile. “At our place” or #TeamLumen is enough, and leaves no doubt.',
      },
    },
  },
  {
    id: 'not-for-sharing',
    kind: 'card',
    version: '2',
    roles: [],
    fr: {
      title: 'Ce qui reste entre nous',
      body: `- Un appel d’offres en cours, même gagné, tant que la commune ne l’a pas annoncé.
- Une photo d’écran, de tableau ou d’étiquette : regardez l’arrière-plan avant de publier.
- Un collègue reconnaissable qui n’a pas dit oui.
- Ce qui se dit dans un groupe privé.

Un doute ? Attendez le lendemain, ou demandez à Awa.`,
      good: 'Le nouveau mât est posé, la commune l’a annoncé ce matin. Photo avec l’accord de Nadia et de Marc. #TeamLumen',
      bad: 'On a gagné le marché de la métropole ! Annonce officielle la semaine prochaine, mais je n’y tiens plus.',
      question: {
        text: 'Belle photo de l’atelier. Derrière l’équipe, un tableau blanc couvert de notes. Que faites-vous ?',
        choices: [
          'Je publie : personne ne lira un tableau au fond',
          'Je publie en masquant les visages',
          'Je recadre, ou je refais la photo sans le tableau',
        ],
        answer: 2,
        why: 'Un téléphone agrandit très bien un tableau blanc. Recadrer prend dix secondes, et la photo y gagne souvent.',
      },
    },
    en: {
      title: 'What stays between us',
      body: `- A tender that is under way, even won, until the town has announced it.
- A picture of a screen, a board or a label: look at the background before you post.
- A colleague who can be recognised and has not said yes.
- What is said in a private group.

In doubt? Sleep on it, or ask Awa.`,
      good: 'The new mast is up; the town announced it this morning. Nadia and Marc agreed to the picture. #TeamLumen',
      bad: 'We won the city’s contract! The announcement is next week, but I cannot wait.',
      question: {
        text: 'A fine picture of the workshop. Behind the team, a whiteboard full of notes. What do you do?',
        choices: [
          'Post it: nobody reads a board in the background',
          'Post it with the faces hidden',
          'Crop it, or take it again without the board',
        ],
        answer: 2,
        why: 'A phone enlarges a whiteboard very well. Cropping takes ten seconds, and often makes a better picture.',
      },
    },
  },
  {
    id: 'accessible-posts',
    kind: 'card',
    version: '2',
    roles: [],
    fr: {
      title: 'Lisible par tout le monde',
      body: `- **Décrivez l’image** en une phrase : un lecteur d’écran la lira.
- **Majuscules dans les mots-dièse** : \`#SemaineDeLIndustrie\` se lit, \`#semainedelindustrie\` s’épelle.
- Pas de lettres fantaisie ni de suites d’émojis : lues à voix haute, elles sont pénibles.
- Une vidéo sans sous-titres perd la moitié de son public.`,
      good: 'Samedi, l’atelier ouvre ses portes. Image : trois apprentis autour d’un four allumé. #SemaineDeLIndustrie',
      bad: 'Samedi c’est PORTES OUVERTES !!! 🔥🔥🔥💡💡💡 #semainedelindustrie #portesouvertesatelier',
      question: {
        text: 'À quoi servent les majuscules dans #SemaineDeLIndustrie ?',
        choices: [
          'À être mieux classé par le réseau',
          'À ce qu’un lecteur d’écran dise chaque mot',
          'À respecter la marque',
        ],
        answer: 1,
        why: 'Sans majuscules, une voix de synthèse lit une suite de lettres. Avec elles, elle dit « semaine de l’industrie ». Le réseau, lui, ne fait aucune différence.',
      },
    },
    en: {
      title: 'Readable by everyone',
      body: `- **Describe the picture** in one sentence: a screen reader will say it.
- **Capital letters in hashtags**: \`#IndustryWeek\` is read, \`#industryweek\` is spelt out.
- No fancy letters and no rows of emoji: read aloud, they are a pain.
- A video without captions loses half its audience.`,
      good: 'The workshop opens its doors on Saturday. Picture: three apprentices around a lit furnace. #IndustryWeek',
      bad: 'OPEN DOORS on Saturday!!! 🔥🔥🔥💡💡💡 #industryweek #workshopopendoors',
      question: {
        text: 'What are the capital letters in #IndustryWeek for?',
        choices: [
          'To be ranked higher by the network',
          'So that a screen reader says each word',
          'To respect the brand',
        ],
        answer: 1,
        why: 'Without them a synthetic voice reads a string of letters. With them it says “industry week”. The network makes no difference between the two.',
      },
    },
  },
  {
    id: 'sour-comments',
    kind: 'card',
    version: '2',
    roles: [],
    fr: {
      title: 'Un commentaire désagréable',
      body: `Cela arrive, et ce n’est pas votre affaire de le régler.

1. **Respirez.** Rien n’oblige à répondre dans l’heure.
2. **Une question sincère ?** Répondez si vous savez, ou proposez de vous renseigner.
3. **Une attaque ?** Ne répondez pas. Envoyez le lien à [la communication](https://www.maison-lumen.example/fr/contact) : une personne prend le relais dans la journée.`,
      good: 'Bonne question, je ne connais pas la consommation exacte. Je demande à l’équipe et je reviens vers vous.',
      bad: 'Vous n’y connaissez rien. Renseignez-vous avant de parler.',
      question: {
        text: '« Vos lampadaires empêchent ma rue de dormir. » Que répondre ?',
        choices: [
          'Rien : il critique l’entreprise',
          'Que nos lampadaires respectent la norme',
          'Demander quelle rue, et transmettre',
        ],
        answer: 2,
        why: 'C’est une gêne réelle, pas une attaque. Une question et une suite donnée valent mieux qu’un argument : l’équipe peut régler un luminaire en un jour.',
      },
    },
    en: {
      title: 'An unpleasant comment',
      body: `It happens, and it is not yours to fix.

1. **Breathe.** Nothing says that you must answer within the hour.
2. **An honest question?** Answer if you know, or offer to find out.
3. **An attack?** Do not answer. Send the link to [Communications](https://www.maison-lumen.example/en/contact): somebody takes over the same day.`,
      good: 'Good question, I do not know the exact consumption. I will ask the team and come back to you.',
      bad: 'You know nothing about it. Read up before you talk.',
      question: {
        text: '“Your lamps keep my street awake.” What do you answer?',
        choices: [
          'Nothing: it criticises the company',
          'That our lamps comply with the standard',
          'Ask which street, and pass it on',
        ],
        answer: 2,
        why: 'This is a real nuisance, not an attack. A question and a follow-up are worth more than an argument: the team can adjust a lamp within a day.',
      },
    },
  },
  ...guidelinesByRole,
];
