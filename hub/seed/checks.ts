import type { Rule } from '../../lib/domain/checks/check.ts';
import type { SeedCheck } from './types.ts';

type Term = Extract<Rule, { type: 'contains_none' }>['terms'][number];

function word(text: string, fr: string, en: string): Term {
  return { word: text, reason: { fr, en } };
}

const superlative = [
  'Un superlatif se prouve. Donnez plutôt un fait.',
  'A superlative asks for proof. Give a fact instead.',
] as const;
const green = [
  'Sans preuve précise, la loi y voit une allégation trompeuse.',
  'Without precise proof, the law calls it a misleading claim.',
] as const;
const written = [
  'C’est écrit sur le document : il reste chez nous.',
  'The document says so: it stays with us.',
] as const;

/** What Maison Lumen asks of a post: mostly advice, two of them firmer. */
export const checks: SeedCheck[] = [
  {
    id: 'say-who-you-are',
    level: 'advice',
    help: {
      fr: 'Vos lecteurs ne savent pas encore que vous travaillez ici. #TeamLumen suffit.',
      en: 'Your readers do not know yet that you work here. #TeamLumen is enough.',
    },
    rule: {
      type: 'discloses',
      words: {
        '*': ['#TeamLumen'],
        fr: [
          'chez Maison Lumen',
          'chez nous',
          'mon équipe',
          'notre équipe',
          'notre usine',
          'notre atelier',
          'mon employeur',
          'mes collègues',
        ],
        en: [
          'at Maison Lumen',
          'at our place',
          'my team',
          'our team',
          'our works',
          'our workshop',
          'my employer',
          'my colleagues',
        ],
      },
      offer: '#TeamLumen',
    },
    examples: {
      passes: ['Fier de l’équipe. #TeamLumen', 'Chez nous, on répare.', 'My team spent the winter on it.'],
      fails: ['Une bien belle lampe.', 'What a lamp!'],
    },
  },
  ...campaignHashtag('industry-week', '#SemaineDeLIndustrie', '#IndustryWeek'),
  ...campaignHashtag('night-for-all', '#LaNuitPourTous', '#NightForAll'),
  {
    id: 'careful-words',
    level: 'warning',
    help: {
      fr: 'Un mot ici promet plus que nous ne pouvons prouver.',
      en: 'A word here promises more than we can prove.',
    },
    rule: {
      type: 'contains_none',
      terms: [
        word('leader mondial', ...superlative),
        word('world leader', ...superlative),
        word('numéro un', ...superlative),
        word('révolutionnaire', ...superlative),
        word('revolutionary', ...superlative),
        word('le moins cher', ...superlative),
        word('the cheapest', ...superlative),
        word('100 % écologique', ...green),
        word('100 % écologiques', ...green),
        word('100% green', ...green),
        word('zéro émission', ...green),
        word('neutre en carbone', ...green),
        word('carbon neutral', ...green),
      ],
    },
    examples: {
      passes: ['87 % de l’aluminium est recyclé.'],
      fails: ['Nos mâts sont 100 % écologiques, un leader mondial !'],
    },
  },
  {
    id: 'confidential',
    level: 'block',
    help: {
      fr: 'Ceci n’est pas public. Retirez-le, ou demandez à la communication.',
      en: 'This is not public. Take it out, or ask Communications.',
    },
    rule: {
      type: 'contains_none',
      terms: [
        word('confidentiel', ...written),
        word('confidential', ...written),
        word('diffusion interne', ...written),
        word('diffusion restreinte', ...written),
        word('usage interne', ...written),
        word('internal use only', ...written),
        word('do not distribute', ...written),
        {
          pattern: '\\b(projet|project) (aurore|boréal|luciole)\\b',
          reason: { fr: 'C’est le nom de code d’un projet.', en: 'That is the code name of a project.' },
        },
        {
          pattern: '\\bLMN-\\d{4}\\b',
          reason: { fr: 'C’est une référence interne.', en: 'That is an internal reference.' },
        },
      ],
    },
    examples: {
      passes: ['Les plans sont publics.', 'Une luciole au bord du canal.'],
      fails: ['Document confidentiel', 'Le projet Aurore avance !', 'See LMN-2041.'],
    },
  },
  // The house's own check, at four instead of five.
  { id: 'many_hashtags', level: 'advice', rule: { type: 'hashtags_at_most', count: 4 } },
];

/** A campaign counts what carries its hashtag; the one of the language comes first, and is what one tap adds. */
function campaignHashtag(campaign: string, fr: string, en: string): SeedCheck[] {
  const check = (language: 'fr' | 'en', tags: string[]): SeedCheck => ({
    id: `${campaign}-${language}`,
    level: 'advice',
    help: {
      fr: `Ce contenu fait partie d’une campagne : ${tags[0]} la fait voir.`,
      en: `This is part of a campaign: ${tags[0]} makes it visible.`,
    },
    rule: { type: 'hashtag', tags },
    scope: { campaign, languages: [language] },
  });
  return [check('fr', [fr, en]), check('en', [en, fr])];
}
