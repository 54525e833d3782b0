import { z } from 'zod';
import { foldText } from './fold-text.ts';

export const topicStances = ['followed', 'muted'] as const;
export const topicStanceSchema = z.enum(topicStances);
export type TopicStance = z.infer<typeof topicStanceSchema>;

/** What an employee decided of a topic, which is a tag of items whatever its case, accents or number sign. */
export const topicSchema = z.object({ key: z.string(), label: z.string(), stance: topicStanceSchema });
export type Topic = z.infer<typeof topicSchema>;

export function topicKey(label: string): string {
  return foldText(label).replace(/^#+/, '').trim();
}

/** The first of an item's tags that this employee follows, as it is written there; null when there is none. */
export function followedTopic(tags: string[], topics: ReadonlyMap<string, TopicStance>): string | null {
  if (topics.size === 0) return null;
  return tags.find((tag) => topics.get(topicKey(tag)) === 'followed') ?? null;
}
