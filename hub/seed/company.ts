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
