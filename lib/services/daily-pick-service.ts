import { toLocalDay } from '../domain/calendar.ts';
import { dailyPick } from '../domain/daily-pick.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readDailyPick, readPreferences, writeDailyPick } from '../storage/settings.ts';

/** Older items are history: the day's pick looks no further back. */
const consideredCount = 300;

export type DailyPickServiceDeps = { db: RelaisDb; now: () => number; language: string };

export type DailyPickService = ReturnType<typeof createDailyPickService>;

/** Keeps the items of the day: picked once, then the same at each reopening until midnight. */
export function createDailyPickService({ db, now, language }: DailyPickServiceDeps) {
  async function pickToday(): Promise<{ itemIds: string[] }> {
    const day = toLocalDay(now());
    const [stored, { role, country }] = await Promise.all([readDailyPick(), readPreferences()]);
    const kept = stored?.day === day ? stored.itemIds : [];
    const [newest, keptRows, marks, topics, campaigns, shares] = await Promise.all([
      db.items
        .where('[shelf+pinned+orderAt]')
        .between(['feed'], ['feed', []])
        .reverse()
        .limit(consideredCount)
        .toArray(),
      db.items.bulkGet(kept),
      db.marks.toArray(),
      db.topics.toArray(),
      db.campaigns.toArray(),
      db.shares.where('state').notEqual('dismissed').toArray(),
    ]);
    const rows = new Map([...newest, ...keptRows].flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
    const itemIds = dailyPick(
      [...rows.values()].map((row) => ({ ...row, pinned: row.pinned === 1, unread: row.unread === 1 })),
      {
        now: now(),
        day,
        kept,
        marks: new Map(marks.map((mark) => [mark.itemId, mark])),
        topics: new Map(topics.map(({ key, stance }) => [key, stance])),
        profile: { role, country, language },
        campaigns,
        sharedIds: new Set(shares.flatMap(({ itemId }) => itemId ?? [])),
      },
    );
    const all = [...kept, ...itemIds.filter((id) => !kept.includes(id))];
    if (all.length !== kept.length || stored?.day !== day) await writeDailyPick({ day, itemIds: all });
    return { itemIds };
  }

  return { pickToday };
}
