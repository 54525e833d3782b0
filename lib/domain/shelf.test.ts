import { describe, expect, it } from 'vitest';
import { type ShelfContext, shelfOf } from './shelf.ts';
import type { TopicStance } from './topic.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const item = { tags: ['Énergie', 'Roubaix'], embargoUntil: null, expiresAt: null, audience: null };
const none: ShelfContext = {
  now,
  mark: undefined,
  topics: new Map(),
  profile: { role: null, country: null, language: 'fr' },
};
const mark = { itemId: 'i', savedAt: null, hiddenAt: null, snoozedUntil: null };
const topics = (...entries: [string, TopicStance][]) => ({ ...none, topics: new Map(entries) });
const profile = (values: Partial<ShelfContext['profile']>) => ({
  ...none,
  profile: { ...none.profile, ...values },
});
const audience = { roles: ['sales' as const], countries: ['FR'], languages: ['fr-CA'] };

describe('shelfOf', () => {
  it.each([
    ['offers what nothing holds back', item, none, 'feed', null],
    ['announces what is under embargo', { ...item, embargoUntil: now + hour }, none, 'soon', now + hour],
    ['offers it at the very instant', { ...item, embargoUntil: now }, none, 'feed', null],
    ['puts away what expired', { ...item, expiresAt: now }, none, 'away', null],
    ['offers until it expires', { ...item, expiresAt: now + hour }, none, 'feed', now + hour],
    ['puts away "not for me"', item, { ...none, mark: { ...mark, hiddenAt: now - 1 } }, 'away', null],
    ['puts away what is snoozed', item, { ...none, mark: { ...mark, snoozedUntil: now + 1 } }, 'away', now + 1],
    ['wakes what was snoozed', item, { ...none, mark: { ...mark, snoozedUntil: now } }, 'feed', null],
    ['keeps what is saved', item, { ...none, mark: { ...mark, savedAt: now } }, 'feed', null],
    ['silences a muted topic, accents and case ignored', item, topics(['energie', 'muted']), 'away', null],
    ['lets mute win over follow', item, topics(['energie', 'muted'], ['roubaix', 'followed']), 'away', null],
    ['keeps a followed topic', item, topics(['energie', 'followed']), 'feed', null],
    ['keeps for the right people', { ...item, audience }, profile({ role: 'sales', country: 'FR' }), 'feed', null],
    ['excludes another role', { ...item, audience }, profile({ role: 'hr' }), 'away', null],
    ['excludes another country', { ...item, audience }, profile({ country: 'BE' }), 'away', null],
    ['excludes another language', { ...item, audience }, profile({ language: 'en' }), 'away', null],
    ['excludes nobody for what they did not say', { ...item, audience }, none, 'feed', null],
    [
      'names the nearest change',
      { ...item, embargoUntil: now + 2 * hour, expiresAt: now + 9 * hour },
      { ...none, mark: { ...mark, snoozedUntil: now + hour } },
      'away',
      now + hour,
    ],
  ] as const)('%s', (_name, given, context, shelf, until) => {
    expect(shelfOf({ ...given, tags: [...given.tags] }, context as ShelfContext)).toEqual({ shelf, until });
  });
});
