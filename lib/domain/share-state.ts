import type { ShareState } from './share.ts';

/** Shares that count as published in figures: told by the employee, or proved by the network. */
export function isPublished(state: ShareState): boolean {
  return state === 'confirmed' || state === 'verified';
}
