import type { ComponentChildren } from 'preact';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { MenuItem } from '../ui/MenuList.tsx';
import type { CardActs } from './use-share.ts';

/** What can be done once the rest of the popup is loaded, a moment after the first paint. */
export type LateActs = {
  openMenu: (label: string, items: MenuItem[], button: HTMLElement) => void;
  openCardMenu: (card: FeedCard, button: HTMLElement) => void;
  comment: (card: FeedCard) => void;
  /** What a kind of item says and offers besides its title. */
  cardDetails: (card: FeedCard, now: number) => ComponentChildren;
  /** What stands in place of the share buttons while a card is announced only. */
  opening: (card: FeedCard) => ComponentChildren;
};

export type FeedActs = CardActs & {
  late: LateActs | null;
  /** Does it now, or as soon as it can be done: no press is lost. */
  whenLate: (act: (late: LateActs) => void) => void;
};
