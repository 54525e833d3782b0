import type { GroupVisibility } from '../../lib/domain/group.ts';
import type { Bilingual } from './types.ts';

export type SeedGroup = {
  id: string;
  visibility: GroupVisibility;
  name: Bilingual;
  description: Bilingual;
  /** Keys of `people`. */
  members: string[];
};

export const groups: SeedGroup[] = [
  {
    id: 'lighting-watch',
    visibility: 'open',
    name: { fr: 'Veille éclairage', en: 'Lighting watch' },
    description: {
      fr: 'Normes, recherche, concurrents, belles réalisations : ce qui bouge dans l’éclairage public, en France et ailleurs.',
      en: 'Standards, research, competitors, fine projects: what moves in public lighting, in France and elsewhere.',
    },
    members: ['ines', 'malik', 'claire', 'fatou', 'thomas', 'sofia', 'awa', 'helene', 'lucas'],
  },
  {
    id: 'good-ideas',
    visibility: 'open',
    name: { fr: 'Bonnes idées d’ailleurs', en: 'Good ideas from elsewhere' },
    description: {
      fr: 'Une idée vue dans un autre métier, qui ferait du bien au nôtre. Dites en une phrase ce que nous pourrions en faire.',
      en: 'Something seen in another trade that would do ours good. Say in one sentence what we could make of it.',
    },
    members: ['otto', 'claire', 'karim', 'julien', 'awa', 'sofia', 'fatou'],
  },
  {
    id: 'roubaix-life',
    visibility: 'open',
    name: { fr: 'La vie à Roubaix', en: 'Life in Roubaix' },
    description: {
      fr: 'Expos, sport, bons plans du midi, covoiturage : la vie autour de l’usine.',
      en: 'Exhibitions, sport, good lunches, shared rides: life around the works.',
    },
    members: ['otto', 'karim', 'lucas', 'julien', 'awa', 'thomas', 'malik', 'ines'],
  },
  {
    id: 'client-signals',
    visibility: 'request',
    name: { fr: 'Signaux clients', en: 'Client signals' },
    description: {
      fr: 'Appels d’offres, projets de communes, avis d’usagers. Ouvert aux équipes en contact avec les clients, sur demande.',
      en: 'Calls for tenders, towns’ projects, what residents say. For teams who work with clients, on request.',
    },
    members: ['ines', 'sofia', 'thomas', 'helene', 'awa'],
  },
  {
    id: 'rd-lab',
    visibility: 'private',
    name: { fr: 'Labo R&D', en: 'R&D Lab' },
    description: {
      fr: 'Les pistes que nous creusons. Rien d’ici ne sort avant le dépôt de brevet.',
      en: 'The leads we are digging into. Nothing leaves this group before the patent is filed.',
    },
    members: ['malik', 'fatou', 'claire'],
  },
];
