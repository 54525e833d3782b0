import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anItem } from '../../../tests/helpers/rows.ts';
import { noFilter } from '../../domain/feed-choice.ts';
import type { TopicStance } from '../../domain/topic.ts';
import { type ItemRow, RelaisDb } from '../db.ts';
import { readFeedList } from './feed-list.ts';
import { countFeed, readFeedContext, readFeedRows, readSavedRows, readSoonRows } from './feed-rows.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
let db: RelaisDb;

beforeEach(() => {
  db = new RelaisDb(`rows-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const add = (...items: Partial<ItemRow>[]) => db.items.bulkAdd(items.map((values) => anItem(values)));
const mark = (itemId: string, values: object) =>
  db.marks.add({ itemId, savedAt: null, hiddenAt: null, snoozedUntil: null, ...values });
const topic = (key: string, stance: TopicStance) => db.topics.add({ key, label: key, stance });
const context = () => readFeedContext(db, now, 'en');
const ids = (rows: ItemRow[]) => rows.map(({ id }) => id);
const feed = async (limit = 10) => ids(await readFeedRows(db, { limit }, await context()));

describe('readFeedRows', () => {
  it('gives pinned ones first, then the newest, and nothing of the other shelves', async () => {
    await add(
      { id: 'old', orderAt: 1 },
      { id: 'new', orderAt: 3 },
      { id: 'pinned', orderAt: 2, pinned: 1 },
      { id: 'soon', shelf: 'soon' },
      { id: 'away', shelf: 'away' },
    );
    expect(await feed()).toEqual(['pinned', 'new', 'old']);
    expect(await feed(2)).toEqual(['pinned', 'new']);
  });

  it('lifts followed topics by a day, also from below the last one asked for', async () => {
    await topic('energie', 'followed');
    await add(
      { id: '0', orderAt: now },
      { id: '1', orderAt: now - hour },
      { id: '2', orderAt: now - 2 * hour },
      { id: 'followed', orderAt: now - 10 * hour, tags: ['Énergie'] },
      { id: 'too old', orderAt: now - 40 * hour, tags: ['Énergie'] },
    );
    expect(await feed(2)).toEqual(['followed', '0']);
    expect(await feed()).toEqual(['followed', '0', '1', '2', 'too old']);
  });

  it('puts what an instant moved where it stands now, before the background wakes', async () => {
    await add(
      { id: 'opened', shelf: 'soon', embargoUntil: now - 1, shelfUntil: now - 1, orderAt: 1 },
      { id: 'expired', expiresAt: now - 1, shelfUntil: now - 1, orderAt: now },
      { id: 'woken', shelf: 'away', shelfUntil: now, orderAt: 2, unread: 0 },
      { id: 'still', orderAt: now - hour },
    );
    await mark('woken', { snoozedUntil: now });
    expect(await feed()).toEqual(['woken', 'opened', 'still']);
    expect(await countFeed(db, await context())).toEqual({ items: 3, unread: 2 });
    expect(ids(await readSoonRows(db, await context()))).toEqual([]);
  });

  it('shows what came back from a snooze where its hour is, however old it is', async () => {
    await add(...Array.from({ length: 20 }, (_, i) => ({ id: `${i}`, orderAt: now - (i + 1) * hour })));
    await add({ id: 'back', orderAt: 1 });
    await mark('back', { snoozedUntil: now - 90 * 60_000 });
    expect(await feed(3)).toEqual(['0', 'back', '1']);
  });
});

describe('readSoonRows', () => {
  it('gives the nearest first', async () => {
    await add(
      { id: 'later', shelf: 'soon', embargoUntil: now + 2 * hour },
      { id: 'next', shelf: 'soon', embargoUntil: now + hour },
    );
    expect(ids(await readSoonRows(db, await context()))).toEqual(['next', 'later']);
  });
});

describe('readSavedRows', () => {
  it('outlives a muted topic, and leaves out what expired, was put off or put away', async () => {
    await topic('energie', 'muted');
    await add(
      { id: 'muted', shelf: 'away', tags: ['Énergie'] },
      { id: 'kept' },
      { id: 'announced', shelf: 'soon', embargoUntil: now + hour },
      { id: 'expired', shelf: 'away', expiresAt: now },
      { id: 'hidden', shelf: 'away' },
      { id: 'snoozed', shelf: 'away' },
    );
    await Promise.all([
      mark('muted', { savedAt: 1 }),
      mark('kept', { savedAt: 3 }),
      mark('announced', { savedAt: 2 }),
      mark('expired', { savedAt: 4 }),
      mark('hidden', { savedAt: 5, hiddenAt: 6 }),
      mark('snoozed', { savedAt: 6, snoozedUntil: now + 1 }),
      mark('gone', { savedAt: 7 }),
    ]);
    expect(ids(await readSavedRows(db, await context()))).toEqual(['kept', 'announced', 'muted']);
  });
});

describe('readFeedList', () => {
  const read = (values: object) =>
    readFeedList(db, {
      view: 'all',
      filter: noFilter,
      limit: 10,
      now,
      language: 'en',
      shownIds: new Set<string>(),
      ...values,
    });

  it('says that there is more, and what a filter left out of a short view', async () => {
    await add({ id: 'a', kind: 'job' }, { id: 'b' }, { id: 'c' });
    expect(await read({ limit: 2 })).toMatchObject({ hasMore: true, filteredOut: null });
    await mark('a', { savedAt: 1 });
    await mark('b', { savedAt: 2 });
    expect(await read({ view: 'saved', filter: { ...noFilter, kind: 'job' } })).toMatchObject({
      cards: [{ id: 'a', saved: true }],
      hasMore: false,
      filteredOut: 1,
    });
  });

  it.each([
    ['a filter that reads no more', { unread: true }],
    ['a filter that reads shares', { unshared: true }],
  ])('is followed live with %s', async (_name, filter) => {
    await add({ id: 'a' });
    const answers: string[][] = [];
    const told = Promise.withResolvers<void>();
    const subscription = liveQuery(() => read({ filter: { ...noFilter, ...filter } })).subscribe((list) => {
      answers.push(list.cards.map(({ id }) => id));
      if (answers.length === 1) void add({ id: 'b', orderAt: 1 });
      else told.resolve();
    });
    await told.promise;
    subscription.unsubscribe();
    expect(answers.at(-1)).toEqual(['a', 'b']);
  });
});
