import { useState } from 'preact/hooks';
import type { TopicStance } from '../../lib/domain/topic.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';

type AddTopicProps = {
  /** Tags met in the feed that nothing was decided of. */
  offered: string[];
  onAdd: (label: string, stance: TopicStance) => void;
};

/** A topic by its name, or one that the feed speaks of, to follow or to silence. */
export function AddTopic({ offered, onAdd }: AddTopicProps) {
  const [label, setLabel] = useState('');
  const add = (stance: TopicStance) => {
    if (label.trim() === '') return;
    onAdd(label, stance);
    setLabel('');
  };
  return (
    <form
      class="options-part"
      onSubmit={(event) => {
        event.preventDefault();
        add('followed');
      }}
    >
      <h3>{t('topics_add')}</h3>
      <div class="options-topic">
        <Field label={t('topics_label')} hint={t('topics_hint')} value={label} maxLength={100} onInput={setLabel} />
        <div class="r-row">
          <Button type="submit" icon={<Icon name="plus" size={16} />}>
            {t('topics_follow')}
          </Button>
          <Button icon={<Icon name="mute" size={16} />} onClick={() => add('muted')}>
            {t('topics_mute')}
          </Button>
        </div>
      </div>
      {offered.length > 0 && (
        <ul class="r-list r-row r-wrap" aria-label={t('topics_offered')}>
          {offered.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                class="r-chip r-chip-button"
                aria-label={t('item_follow', tag)}
                title={t('item_follow', tag)}
                onClick={() => onAdd(tag, 'followed')}
              >
                <Icon name="plus" size={12} />
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
