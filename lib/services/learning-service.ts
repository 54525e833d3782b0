import { RelaisError } from '../domain/errors.ts';
import type { Guideline } from '../domain/guideline.ts';
import type { RelaisDb } from '../storage/db.ts';
import { writeFirstWeekDismissal } from '../storage/settings.ts';

export type LearningServiceDeps = { db: RelaisDb; now: () => number };

export type LearningService = ReturnType<typeof createLearningService>;

type ReadVersion = { guidelineId: string; version: string };

/** How far this employee is with the cards. It stays in this browser and is told to nobody. */
export function createLearningService({ db, now }: LearningServiceDeps) {
  const tables = [db.guidelines, db.guidelineVersions, db.learning];

  /** The card in exactly the version that was on screen; an update may have come in between. */
  async function shownCard({ guidelineId, version }: ReadVersion): Promise<Guideline> {
    const card = await db.guidelines.get(guidelineId);
    if (card?.version !== version) throw new RelaisError('not_found', `no version ${version} of ${guidelineId}`);
    return card;
  }

  /** Only what was read is kept of a card: the next version is compared with what this person knows. */
  async function keepVersion({ id, version, title, body }: Guideline): Promise<void> {
    if ((await db.guidelineVersions.get([id, version])) !== undefined) return;
    await db.guidelineVersions.add({ guidelineId: id, version, title, body, storedAt: now() });
  }

  async function noteGuidelineRead(input: ReadVersion): Promise<void> {
    await db.transaction('rw', tables, async () => {
      const card = await shownCard(input);
      await keepVersion(card);
      const known = await db.learning.get(card.id);
      if (known?.version === card.version) return;
      await db.learning.put({ ...input, readAt: now(), answeredAt: null, wasRight: false });
    });
  }

  async function answerQuestion({ choice, ...input }: ReadVersion & { choice: number }): Promise<void> {
    await db.transaction('rw', tables, async () => {
      const card = await shownCard(input);
      if (card.question === null) throw new RelaisError('not_found', `${card.id} asks nothing`);
      await keepVersion(card);
      const known = await db.learning.get(card.id);
      const readAt = known?.version === card.version ? known.readAt : now();
      const wasRight = choice === card.question.answer;
      await db.learning.put({ ...input, readAt, answeredAt: now(), wasRight });
    });
  }

  async function dismissFirstWeek(): Promise<void> {
    await writeFirstWeekDismissal(now());
  }

  return { noteGuidelineRead, answerQuestion, dismissFirstWeek };
}
