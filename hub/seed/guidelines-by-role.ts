import type { SeedGuideline } from './types.ts';

export const guidelinesByRole: SeedGuideline[] = [
  {
    id: 'figures',
    kind: 'card',
    version: '3',
    roles: ['communication', 'sales'],
    fr: {
      title: 'Les chiffres que vous pouvez citer',
      body: `Ceux-ci sont publics, vérifiés et datés dans notre rapport annuel :

- **420** personnes, dont **310** à Roubaix
- **87 %** de l’aluminium de nos mâts est recyclé
- **Un tiers** d’éblouissement en moins avec l’optique Clairière
- **40 minutes** pour réparer un luminaire sur place

Un autre chiffre en tête ? Demandez d’abord : *communication@maison-lumen.example*.`,
      good: '87 % de l’aluminium de nos mâts est recyclé (rapport annuel, page 12). J’ai vu la fonderie : cela s’entend avant de se voir. #TeamLumen',
      bad: 'Nos mâts sont 100 % écologiques et divisent votre facture par trois !',
      question: {
        text: 'Un client vous a dit avoir économisé 60 % d’énergie. Pouvez-vous l’écrire ?',
        choices: [
          'Oui, puisque c’est lui qui le dit',
          'Pas encore : je demande à la communication de le vérifier avec lui',
          'Oui, en écrivant « jusqu’à 60 % »',
        ],
        answer: 1,
        why: 'Un gain dépend de l’installation d’avant. Publié sans preuve, même avec « jusqu’à », il devient une promesse commerciale trompeuse.',
      },
    },
    en: {
      title: 'Figures you may quote',
      body: `These are public, checked and dated in our annual report:

- **420** people, **310** of them in Roubaix
- **87%** of the aluminium in our masts is recycled
- **A third** less glare with the Clairière optics
- **40 minutes** to repair a lamp on the spot

Another figure in mind? Ask first: *communication@maison-lumen.example*.`,
      good: '87% of the aluminium in our masts is recycled (annual report, page 12). I have seen the foundry: you hear it before you see it. #TeamLumen',
      bad: 'Our masts are 100% green and cut your bill to a third!',
      question: {
        text: 'A client told you that they saved 60% of their energy. May you write it?',
        choices: [
          'Yes, since they say so themselves',
          'Not yet: I ask Communications to check it with them',
          'Yes, by writing “up to 60%”',
        ],
        answer: 1,
        why: 'A saving depends on what was there before. Published without proof, even with “up to”, it becomes a misleading claim.',
      },
    },
  },
  {
    id: 'job-offers',
    kind: 'card',
    version: '1',
    roles: ['hr'],
    fr: {
      title: 'Donner envie sans promettre',
      body: `Une offre partagée par une personne est bien plus lue qu’une annonce.

- Racontez **une vraie journée**, avec ce qui est difficile.
- Le salaire, le lieu et le contrat se disent **comme dans l’offre**, jamais mieux.
- Écrivez pour **tout le monde** : « technicien ou technicienne », pas « jeune et dynamique ».
- Une candidature ne se commente jamais en public, même pour la féliciter.`,
      good: 'Nous cherchons une technicienne ou un technicien à Roubaix. Deux nuits par mois, c’est rude en janvier ; l’équipe est soudée et je réponds à vos questions. #TeamLumen',
      bad: 'On recrute un jeune motivé, salaire à la hauteur, évolution garantie. Merci à Karim pour son super CV !',
      question: {
        text: 'Une candidate vous demande sous votre message où en est son dossier. Que faire ?',
        choices: [
          'Lui répondre en message privé, et rien de plus en public',
          'Répondre sous le message, pour montrer que nous répondons',
          'Ne rien répondre',
        ],
        answer: 0,
        why: 'Une candidature est confidentielle : son employeur actuel lit peut-être. Un mot en privé est courtois et la protège.',
      },
    },
    en: {
      title: 'Tempting, without promising',
      body: `A job shared by a person is read far more than an advertisement.

- Tell **a real day**, with what is hard in it.
- Pay, place and contract are said **as in the offer**, never better.
- Write for **everybody**: “technician, whatever your path”, not “young and dynamic”.
- An application is never commented on in public, not even to praise it.`,
      good: 'We are looking for a technician in Roubaix. Two nights a month, and January is rough; the team holds together, and I answer your questions. #TeamLumen',
      bad: 'Hiring a young go-getter, great pay, promotion guaranteed. Thanks to Karim for his brilliant CV!',
      question: {
        text: 'Under your post, a candidate asks how her application is doing. What do you do?',
        choices: [
          'Answer in a private message, and nothing more in public',
          'Answer under the post, to show that we do answer',
          'Not answer',
        ],
        answer: 0,
        why: 'An application is confidential: her present employer may be reading. A private word is courteous and protects her.',
      },
    },
  },
  {
    id: 'client-names',
    kind: 'card',
    version: '1',
    roles: ['sales'],
    fr: {
      title: 'Un client se cite avec son accord',
      body: `Une commune, une école, un hôpital : leur nom leur appartient.

- **Demandez d’abord**, par écrit, et gardez la réponse.
- Ni prix, ni remise, ni date de livraison.
- Un concurrent ne se nomme pas, ni en bien, ni en mal.
- Partagez leur publication plutôt que la vôtre : ils en seront contents.`,
      good: 'La ville de Tourcoing raconte ses rues rallumées, et je reconnais chaque carrefour. Bravo à ses équipes. #TeamLumen',
      bad: 'Contrat signé avec un grand hôpital lillois, 40 % moins cher que qui vous savez !',
      question: {
        text: 'Le maire vous remercie en public et nomme le projet. Pouvez-vous en parler à votre tour ?',
        choices: [
          'Non, jamais sans un courrier signé',
          'Oui, et ajouter le montant pour être précis',
          'Oui, en repartageant son message, sans rien y ajouter qu’il n’a dit',
        ],
        answer: 2,
        why: 'Ce qu’un client rend public est public, dans ses termes. Le montant ou le calendrier, eux, restent entre lui et nous.',
      },
    },
    en: {
      title: 'A client is named with consent',
      body: `A town, a school, a hospital: their name is theirs.

- **Ask first**, in writing, and keep the answer.
- No price, no discount, no delivery date.
- A competitor is not named, for good or for ill.
- Share their post rather than yours: they will be glad of it.`,
      good: 'The town of Tourcoing tells how its streets were lit again, and I know each crossing. Well done to its teams. #TeamLumen',
      bad: 'Signed a big hospital in Lille, 40% cheaper than you know who!',
      question: {
        text: 'The mayor thanks you in public and names the project. May you speak of it in turn?',
        choices: [
          'No, never without a signed letter',
          'Yes, and add the amount to be precise',
          'Yes, by sharing the mayor’s post, adding nothing that it did not say',
        ],
        answer: 2,
        why: 'What a client makes public is public, in their terms. The amount and the calendar stay between them and us.',
      },
    },
  },
  {
    id: 'lead-by-example',
    kind: 'card',
    version: '1',
    roles: ['manager'],
    fr: {
      title: 'L’exemple, jamais la consigne',
      body: `Une équipe partage quand elle en a envie, et parce que vous le faites.

- **Partagez vous-même**, une fois par semaine, sans en parler en réunion.
- Ne demandez **jamais** qui a partagé, ni combien : cela ne compte dans aucun entretien.
- Citez le travail des autres, avec leur accord, et leur nom avant le vôtre.
- Vos convictions personnelles restent les vôtres : ne les prêtez pas à l’équipe.`,
      good: 'Six mois de réglages, et c’est Inès qui a trouvé. Je n’ai fait que porter l’échelle. #TeamLumen',
      bad: 'Merci à toute l’équipe d’avoir liké ! Il en manque deux, je vous ai à l’œil.',
      question: {
        text: 'Deux personnes de votre équipe ne partagent rien. Que faites-vous ?',
        choices: [
          'Rien : c’est leur liberté',
          'J’en parle à l’entretien annuel',
          'Je leur envoie un rappel amical chaque lundi',
        ],
        answer: 0,
        why: 'La charte le promet : libre de partager, libre de ne pas le faire. Même amical, le rappel d’un responsable pèse comme une consigne.',
      },
    },
    en: {
      title: 'By example, never by order',
      body: `A team shares when it feels like it, and because you do.

- **Share yourself**, once a week, without a word about it in meetings.
- **Never** ask who shared, or how much: it plays no part in any review.
- Quote the work of others, with their consent, and their name before yours.
- Your own convictions stay yours: do not lend them to the team.`,
      good: 'Six months of adjustments, and it was Inès who found it. All I did was hold the ladder. #TeamLumen',
      bad: 'Thanks to the whole team for liking! Two of you are missing, and I am watching.',
      question: {
        text: 'Two people of your team share nothing. What do you do?',
        choices: [
          'Nothing: they are free to',
          'Bring it up at the yearly review',
          'Send them a friendly reminder every Monday',
        ],
        answer: 0,
        why: 'The charter promises it: free to share, free not to. However friendly, a manager’s reminder weighs like an order.',
      },
    },
  },
];
