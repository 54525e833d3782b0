import type { TopicStance } from '../../lib/domain/topic.ts';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readTopicChoices } from '../../lib/storage/queries/topics.ts';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { AddTopic } from './AddTopic.tsx';
import { PutAway } from './PutAway.tsx';

/** Topics followed and muted, items put away and put off: everything that was decided, and its way back. */
export function TopicsSection({ db, now }: { db: RelaisDb; now: () => number }) {
  const choices = useLiveQuery(() => readTopicChoices(db, now()), [db]);
  const command = useCommand();
  if (choices.state === 'failed') return <Notice kind="failed">{errorText(choices.code)}</Notice>;
  if (choices.value === undefined) return <Skeleton count={1} />;
  const { followed, muted, hidden, snoozed } = choices.value;
  const setTopic = (label: string, stance: TopicStance | null) => void command.run('setTopic', { label, stance });
  return (
    <>
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <TopicList
        stance="followed"
        labels={followed.map(({ label }) => label)}
        onRemove={(label) => setTopic(label, null)}
      />
      <TopicList stance="muted" labels={muted.map(({ label }) => label)} onRemove={(label) => setTopic(label, null)} />
      <AddTopic offered={choices.value.offered} onAdd={setTopic} />
      <PutAway
        title={t('topics_snoozed')}
        empty={t('topics_snoozed_empty')}
        items={snoozed}
        when={({ at }) => t('topics_back', formatDate(at))}
        onBack={({ itemId }) => void command.run('setItemMark', { itemId, snoozedUntil: null })}
      />
      <PutAway
        title={t('topics_hidden')}
        empty={t('topics_hidden_empty')}
        items={hidden}
        when={({ at }) => t('topics_since', formatDay(at))}
        onBack={({ itemId }) => void command.run('setItemMark', { itemId, hidden: false })}
      />
    </>
  );
}

type TopicListProps = { stance: TopicStance; labels: string[]; onRemove: (label: string) => void };

function TopicList({ stance, labels, onRemove }: TopicListProps) {
  return (
    <div class="options-part">
      <h3>{t(`topics_${stance}`)}</h3>
      {labels.length === 0 ? (
        <p class="r-muted">{t(`topics_${stance}_empty`)}</p>
      ) : (
        <ul class="r-list r-row r-wrap" aria-label={t(`topics_${stance}`)}>
          {labels.map((label) => (
            <li key={label}>
              <button
                type="button"
                class="r-chip r-chip-button"
                aria-label={t(`topics_${stance}_remove`, label)}
                title={t(`topics_${stance}_remove`, label)}
                onClick={() => onRemove(label)}
              >
                {label}
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
