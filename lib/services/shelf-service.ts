import type { Profile } from '../domain/audience.ts';
import { RelaisError } from '../domain/errors.ts';
import { type ItemMark, shelfOf } from '../domain/shelf.ts';
import { type TopicStance, topicKey } from '../domain/topic.ts';
import type { ItemRow, RelaisDb } from '../storage/db.ts';
import { readPreferences, readShelvedFor, writeShelvedFor } from '../storage/settings.ts';

export type ShelfServiceDeps = {
  db: RelaisDb;
  now: () => number;
  /** The interface's: items may be meant for those who read a language. */
  language: string;
  /** Wakes the background for `wakeUp` at an instant; null when nothing waits for one. */
  scheduleShelves: (at: number | null) => Promise<void>;
};

export type ShelfService = ReturnType<typeof createShelfService>;

type MarkInput = {
  itemId: string;
  saved?: boolean | undefined;
  hidden?: boolean | undefined;
  snoozedUntil?: number | null | undefined;
};

/**
 * Keeps each item on the shelf where it belongs (`shelfOf`), so that lists and counts are walks of an
 * index. Five things move items: the employee's marks and topics, their profile, what a poll brings
 * (`storeFeed` shelves what it writes), and time. Rows that stay where they are are not written.
 */
export function createShelfService(deps: ShelfServiceDeps) {
  const { db, now } = deps;

  async function readProfile(): Promise<Profile> {
    const { role, country } = await readPreferences();
    return { role, country, language: deps.language };
  }

  /** Within a transaction over items, marks and topics. */
  async function place(rows: ItemRow[], profile: Profile): Promise<void> {
    const ids = rows.map((row) => row.id);
    const isFew = rows.length < 100;
    const [marks, topics] = await Promise.all([
      isFew ? db.marks.bulkGet(ids) : db.marks.toArray(),
      db.topics.toArray(),
    ]);
    const marked = new Map(marks.flatMap((mark) => (mark === undefined ? [] : [[mark.itemId, mark]])));
    const stances = new Map(topics.map(({ key, stance }) => [key, stance]));
    const at = now();
    const moved = rows.flatMap((row): ItemRow[] => {
      const { shelf, until } = shelfOf(row, { now: at, mark: marked.get(row.id), topics: stances, profile });
      if (shelf === row.shelf && until === row.shelfUntil) return [];
      // What time brings to the feed, an embargo that ended or a snooze, is news again.
      const isBack = shelf === 'feed' && row.shelf !== 'feed' && row.shelfUntil !== null && row.shelfUntil <= at;
      const openedAt = row.embargoUntil !== null && row.embargoUntil <= at ? row.embargoUntil : 0;
      const orderAt = Math.max(row.orderAt, openedAt);
      return [{ ...row, shelf, shelfUntil: until, orderAt, unread: isBack ? 1 : row.unread }];
    });
    await db.items.bulkPut(moved);
  }

  function withShelves(work: () => Promise<void>): Promise<void> {
    return db.transaction('rw', db.items, db.marks, db.topics, work);
  }

  async function schedule(): Promise<void> {
    // Rows without such an instant are not in the index: null is no key.
    const next = await db.items.orderBy('shelfUntil').first();
    await deps.scheduleShelves(next?.shelfUntil ?? null);
  }

  /**
   * What an employee decides of one item; what is not given stays.
   *
   * @throws RelaisError `not_found` for an item that left the feed.
   */
  async function setItemMark({ itemId, saved, hidden, snoozedUntil }: MarkInput): Promise<void> {
    const profile = await readProfile();
    const since = (wanted: boolean | undefined, known: number | null) =>
      wanted === undefined ? known : wanted ? (known ?? now()) : null;
    await withShelves(async () => {
      const [item, known] = await Promise.all([db.items.get(itemId), db.marks.get(itemId)]);
      const mark: ItemMark = {
        itemId,
        savedAt: since(saved, known?.savedAt ?? null),
        hiddenAt: since(hidden, known?.hiddenAt ?? null),
        snoozedUntil: snoozedUntil === undefined ? (known?.snoozedUntil ?? null) : snoozedUntil,
      };
      const isEmpty = mark.savedAt === null && mark.hiddenAt === null && mark.snoozedUntil === null;
      if (isEmpty) await db.marks.delete(itemId);
      // Taking a mark back never fails; making one needs its item.
      else if (item === undefined) throw new RelaisError('not_found', `no item ${itemId}`);
      else await db.marks.put(mark);
      if (item !== undefined) await place([item], profile);
    });
    await schedule();
  }

  /** Follows or mutes a topic, or forgets it (null). Moves the items that have it among their tags. */
  async function setTopic({ label, stance }: { label: string; stance: TopicStance | null }): Promise<void> {
    const key = topicKey(label);
    if (key === '') return;
    const profile = await readProfile();
    await withShelves(async () => {
      const known = await db.topics.get(key);
      if (stance === null) await db.topics.delete(key);
      else await db.topics.put({ key, label: label.replace(/^#+/, '').trim(), stance });
      // Only muting moves items: following lifts them where they stand.
      if (stance !== 'muted' && known?.stance !== 'muted') return;
      // Read at once and sifted here: a cursor over ten thousand rows takes several times as long.
      const rows = await db.items.toArray();
      const isConcerned = ({ tags }: ItemRow) => tags.some((tag) => topicKey(tag) === key);
      await place(rows.filter(isConcerned), profile);
    });
    await schedule();
  }

  /** Every item, each where it now belongs. */
  async function reshelve(): Promise<void> {
    const profile = await readProfile();
    await withShelves(async () => place(await db.items.toArray(), profile));
    await writeShelvedFor(profileKey(profile));
    await schedule();
  }

  /** The items that time moves, and all of them when the employee's profile is another since the last time. */
  async function wakeUp(): Promise<void> {
    const profile = await readProfile();
    if ((await readShelvedFor()) !== profileKey(profile)) return reshelve();
    await withShelves(async () => place(await db.items.where('shelfUntil').belowOrEqual(now()).toArray(), profile));
    await schedule();
  }

  return { setItemMark, setTopic, reshelve, wakeUp };
}

function profileKey({ role, country, language }: Profile): string {
  return [role, country, language].join(' ');
}
