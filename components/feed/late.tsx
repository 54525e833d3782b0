/**
 * What the popup does without until its first cards are on screen, in one file that follows them: views
 * and filters, search, menus, undo, and the cards further down.
 */
export { DuePlans } from '../plan/DuePlans.tsx';
export { InvitationCard } from '../popup/InvitationCard.tsx';
export { FeedDesk } from './FeedDesk.tsx';
export { FeedHost } from './FeedHost.tsx';
export { FilterPanel } from './FilterPanel.tsx';
export { MoreCards } from './MoreCards.tsx';
export { NoCards } from './NoCards.tsx';
export { SharedNotice } from './SharedNotice.tsx';
