import { describe, expect, it } from 'vitest';
import { type DailyPickContext, dailyPick, type PickableItem } from './daily-pick.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const day = 24 * hour;

const item = (id: string, values: Partial<PickableItem> = {}): PickableItem => ({
  id,
  sourceId: `source of ${id}`,
  kind: 'article',
  tags: [],
  url: `https://maison-lumen.example/${id}`,
  readUrl: null,
  campaignId: null,
  event: null,
  poll: null,
  embargoUntil: null,
  expiresAt: null,
  audience: null,
  orderAt: now - 20 * day,
  pinned: false,
  unread: false,
  ...values,
});

const context: DailyPickContext = {
  now,
  day: '2026-11-22',
  kept: [],
  marks: new Map(),
  topics: new Map(),
  profile: { role: null, country: null, language: 'fr' },
  campaigns: [],
  sharedIds: new Set(),
};
const mark = { itemId: 'a', savedAt: null, hiddenAt: null, snoozedUntil: null };
const campaign = (id: string, endsAt: number | null, startsAt: number | null = null) => ({
  id,
  sourceId: 'source of a',
  title: id,
  hashtag: null,
  startsAt,
  endsAt,
  goal: null,
  progress: null,
});

describe('dailyPick', () => {
  it('gives what there is, and three at most', () => {
    expect(dailyPick([], context)).toEqual([]);
    expect(dailyPick([item('a')], context)).toEqual(['a']);
    expect(
      dailyPick(
        ['a', 'b', 'c', 'd', 'e'].map((id) => item(id)),
        context,
      ),
    ).toHaveLength(3);
  });

  it.each<[string, Partial<PickableItem>, Partial<DailyPickContext>]>([
    ['hidden', {}, { marks: new Map([['a', { ...mark, hiddenAt: now - 1 }]]) }],
    ['snoozed', {}, { marks: new Map([['a', { ...mark, snoozedUntil: now + 1 }]]) }],
    ['of a muted topic', { tags: ['Énergie'] }, { topics: new Map([['energie', 'muted']]) }],
    ['under embargo', { embargoUntil: now + 1 }, {}],
    ['expired', { expiresAt: now }, {}],
    ['meant for others', { audience: { roles: [], countries: [], languages: ['de'] } }, {}],
    ['shared already', {}, { sharedIds: new Set(['a']) }],
    ['in the reading list already', {}, { marks: new Map([['a', { ...mark, savedAt: now - 1 }]]) }],
    ['an event that is over', { event: { startsAt: now - 2 * hour, endsAt: now - hour, place: null } }, {}],
    ['an event that began and has no known end', { event: { startsAt: now - 1, endsAt: null, place: null } }, {}],
    ['a closed poll', { poll: { choices: ['a', 'b'], closesAt: now } }, {}],
    ['without any address', { url: null }, {}],
  ])('never picks what is %s', (_name, values, more) => {
    // Pinned, so that nothing but the rule keeps it out.
    expect(dailyPick([item('a', { pinned: true, ...values }), item('b')], { ...context, ...more })).toEqual(['b']);
  });

  it.each<[string, Partial<PickableItem>, Partial<DailyPickContext>]>([
    ['what is pinned', { pinned: true }, {}],
    ['a campaign about to end', { campaignId: 'week' }, { campaigns: [campaign('week', now + 2 * day)] }],
    ['a campaign that runs', { campaignId: 'year' }, { campaigns: [campaign('year', null)] }],
    ['a followed topic', { tags: ['Énergie'] }, { topics: new Map([['energie', 'followed']]) }],
    ['a post to comment on', { kind: 'engage' }, {}],
    ['what is unread', { unread: true }, {}],
    ['what expires soon', { expiresAt: now + day }, {}],
    ['an event that is near', { event: { startsAt: now + day, endsAt: null, place: null } }, {}],
    ['what is new', { orderAt: now - hour }, {}],
    ['what is of this week', { orderAt: now - 6 * day }, {}],
  ])('prefers %s', (_name, values, more) => {
    const others = ['b', 'c', 'd', 'e', 'f'].map((id) => item(id));
    expect(dailyPick([...others, item('a', values)], { ...context, ...more })[0]).toBe('a');
  });

  it.each([
    ['is over', campaign('week', now)],
    ['has not begun', campaign('week', now + 2 * day, now + day)],
    ['is of another source', { ...campaign('week', now + day), sourceId: 'elsewhere' }],
  ])('does not lift for a campaign that %s', (_name, given) => {
    const items = [item('a', { campaignId: 'week' }), item('b', { unread: true })];
    expect(dailyPick(items, { ...context, campaigns: [given] })[0]).toBe('b');
  });

  it('puts what weighs more first', () => {
    const items = [
      item('unread', { unread: true }),
      item('followed', { tags: ['x'] }),
      item('pinned', { pinned: true, kind: 'job' }),
    ];
    expect(dailyPick(items, { ...context, topics: new Map([['x', 'followed']]) })).toEqual([
      'pinned',
      'followed',
      'unread',
    ]);
  });

  it('mixes kinds and sources', () => {
    const items = [
      ...['a', 'b', 'c'].map((id) => item(id, { sourceId: 'newsroom', unread: true })),
      item('video', { sourceId: 'newsroom', kind: 'video' }),
      item('other', { sourceId: 'careers' }),
    ];
    const picked = dailyPick(items, context);
    expect(picked).toContain('video');
    expect(picked).toContain('other');
  });

  it('gives the same whatever the order of the items', () => {
    const items = Array.from({ length: 30 }, (_, i) => item(`i${i}`, { unread: i % 2 === 0 }));
    expect(dailyPick(items.toReversed(), context)).toEqual(dailyPick(items, context));
  });

  it('keeps the picks of the day when they were read, shared or saved, and when better ones arrive', () => {
    const items = ['a', 'b', 'c'].map((id) => item(id, { unread: true }));
    const kept = dailyPick(items, context);
    const later = [
      ...items.map((known) => ({ ...known, unread: false })),
      item('pinned', { pinned: true, unread: true }),
    ];
    const since = {
      ...context,
      now: now + 5 * hour,
      kept,
      sharedIds: new Set([kept[0] ?? '']),
      marks: new Map([[kept[1] ?? '', { ...mark, itemId: kept[1] ?? '', savedAt: now }]]),
    };
    expect(dailyPick(later, since)).toEqual(kept);
  });

  it('fills up a day that began with fewer', () => {
    expect(dailyPick([item('new', { pinned: true }), item('a')], { ...context, kept: ['a'] })).toEqual(['a', 'new']);
  });

  it('has an end: what was dismissed is not replaced', () => {
    const since = {
      ...context,
      kept: ['a', 'b', 'c'],
      marks: new Map([['b', { ...mark, itemId: 'b', hiddenAt: now }]]),
    };
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => item(id));
    expect(dailyPick(items, since)).toEqual(['a', 'c']);
  });

  it('does not propose the same ones every quiet morning', () => {
    const items = Array.from({ length: 40 }, (_, i) => item(`i${i}`));
    const mornings = Array.from({ length: 10 }, (_, i) =>
      dailyPick(items, { ...context, day: `2026-11-${10 + i}` }).join(),
    );
    expect(new Set(mornings).size).toBeGreaterThan(5);
  });
});
