import { useEffect, useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../../lib/domain/errors.ts';
import { plainChoice } from '../../lib/domain/feed-choice.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { language, plural, t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/send.ts';
import { readPicked } from '../../lib/storage/queries/feed-list.ts';
import { CardList } from '../popup/CardList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import type { DeskProps } from './FeedDesk.tsx';

/** The few things of the day. What was put away leaves; once all are done, that is said, and that is all. */
export function BriefView({ db, onChoice, preferred, now, acts }: DeskProps) {
  const [itemIds, setItemIds] = useState<string[] | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  useEffect(() => {
    sendMessage('pickToday', {}).then(
      (picked) => setItemIds(picked.itemIds),
      (error) => setFailed(codeOf(error)),
    );
  }, []);
  const cards = useLiveQuery(
    async () => (itemIds === null ? null : readPicked(db, { itemIds, now: Date.now(), language: language() })),
    [db, itemIds, now],
  );
  const code = failed ?? (cards.state === 'failed' ? cards.code : null);
  if (code !== null) return <Notice kind="failed">{errorText(code)}</Notice>;
  if (itemIds === null || cards.value == null) return null;
  const seeAll = { label: t('feed_see_all'), onClick: () => onChoice(plainChoice) };
  const left = cards.value.filter((card) => !isDone(card)).length;
  if (left === 0) {
    return (
      <div role="status">
        {itemIds.length === 0 && cards.value.length === 0 ? (
          <EmptyState icon="clock" title={t('feed_brief_empty_title')} action={seeAll}>
            {t('feed_brief_empty_text')}
          </EmptyState>
        ) : (
          <EmptyState icon="check" title={t('feed_brief_done_title')} action={seeAll}>
            {t('feed_brief_done_text')}
          </EmptyState>
        )}
      </div>
    );
  }
  return (
    <>
      <p class="feed-hint">{plural('feed_brief_left', left)}</p>
      <CardList label={t('feed_view_brief')} cards={cards.value} {...{ preferred, now, acts }} />
    </>
  );
}

/** Shared, commented on, or kept for later. */
function isDone({ saved, shared, commented }: FeedCard): boolean {
  const states = [...Object.values(shared), commented];
  return saved || states.some((state) => state !== null && state !== 'dismissed');
}
