import { z } from 'zod';

/** ISO 8601 on the wire, with an offset; epoch milliseconds everywhere else. */
export const instantPayload = z.iso.datetime({ offset: true });

export function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

export function fromInstant(instant: string): number {
  return Date.parse(instant);
}
