import type { Topic } from '../../domain/topic.ts';
import { topicKey } from '../../domain/topic.ts';
import type { RelaisDb } from '../db.ts';

export type PutAwayItem = { itemId: string; title: string; at: number };

export type TopicChoices = {
  followed: Topic[];
  muted: Topic[];
  /** "Not for me", the last first. */
  hidden: PutAwayItem[];
  /** `at` is when it comes back, the nearest first. */
  snoozed: PutAwayItem[];
  /** Tags met in the newest items that nothing was decided of, the most frequent first. */
  offered: string[];
};

const offeredFrom = 300;
const offeredCount = 12;

/** What the employee decided of topics and items, for the one place where all of it can be undone. */
export async function readTopicChoices(db: RelaisDb, now: number): Promise<TopicChoices> {
  const [topics, marks, newest] = await Promise.all([
    db.topics.toArray(),
    db.marks.toArray(),
    db.items.where('[shelf+pinned+orderAt]').between(['feed'], ['feed', []]).reverse().limit(offeredFrom).toArray(),
  ]);
  const rows = await db.items.bulkGet(marks.map(({ itemId }) => itemId));
  const listed = marks.flatMap((mark, i) => {
    const row = rows[i];
    return row === undefined ? [] : [{ mark, title: row.title }];
  });
  const byLabel = (a: Topic, b: Topic) => a.label.localeCompare(b.label);
  return {
    followed: topics.filter(({ stance }) => stance === 'followed').sort(byLabel),
    muted: topics.filter(({ stance }) => stance === 'muted').sort(byLabel),
    hidden: listed
      .flatMap(({ mark, title }) => (mark.hiddenAt === null ? [] : [{ itemId: mark.itemId, title, at: mark.hiddenAt }]))
      .sort((a, b) => b.at - a.at),
    snoozed: listed
      .flatMap(({ mark, title }) =>
        mark.snoozedUntil === null || mark.snoozedUntil <= now || mark.hiddenAt !== null
          ? []
          : [{ itemId: mark.itemId, title, at: mark.snoozedUntil }],
      )
      .sort((a, b) => a.at - b.at),
    offered: frequentTags(
      newest.map(({ tags }) => tags),
      new Set(topics.map(({ key }) => key)),
    ),
  };
}

function frequentTags(tagLists: string[][], decided: Set<string>): string[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const tag of tagLists.flat()) {
    const key = topicKey(tag);
    if (key === '' || decided.has(key)) continue;
    const known = counts.get(key);
    counts.set(key, { label: known?.label ?? tag.replace(/^#+/, ''), count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, offeredCount)
    .map(({ label }) => label);
}
