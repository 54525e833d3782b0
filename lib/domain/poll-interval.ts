/** How often a source is asked that says nothing of it, and at the most often. */
export const shortestPollMs = 15 * 60_000;
/** And at the least often, whatever it says: someone reads it once a day. */
export const longestPollMs = 24 * 3_600_000;

/**
 * How long to leave a source alone after an answer: as long as the answer holds (`Cache-Control`,
 * `Expires`) and as its document asks (`ttl`, `sy:updatePeriod`), within bounds, and a little longer by
 * chance, so that the browsers of a company do not all come at once.
 *
 * @param random from 0 to 1
 */
export function pollIntervalMs(
  asked: { freshForMs: number | null; refreshAfterMs: number | null },
  random: number,
): number {
  const wantedMs = Math.max(asked.freshForMs ?? 0, asked.refreshAfterMs ?? 0);
  const intervalMs = Math.min(longestPollMs, Math.max(shortestPollMs, wantedMs));
  return Math.round(intervalMs * (1 + 0.2 * random));
}

/** When a source is next asked: what its last answer allows, and what its failures impose. */
export function nextTurn(source: { nextPollAt: number }, poll: { nextAt: number } | undefined): number {
  return Math.max(source.nextPollAt, poll?.nextAt ?? 0);
}
