import { useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { PutAwayItem } from '../../lib/storage/queries/topics.ts';
import { Button } from '../ui/Button.tsx';

const shortLimit = 5;

type PutAwayProps = {
  title: string;
  empty: string;
  items: PutAwayItem[];
  when: (item: PutAwayItem) => string;
  onBack: (item: PutAwayItem) => void;
};

/** Items that are in no list for now, each with its way back. */
export function PutAway({ title, empty, items, when, onBack }: PutAwayProps) {
  const [limit, setLimit] = useState(shortLimit);
  return (
    <div class="options-part">
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p class="r-muted">{empty}</p>
      ) : (
        <ul class="r-list options-away" aria-label={title}>
          {items.slice(0, limit).map((item) => (
            <li key={item.itemId}>
              <div class="r-grow">
                <p>{item.title}</p>
                <p class="r-muted">{when(item)}</p>
              </div>
              <Button aria-label={t('topics_bring_back_of', item.title)} onClick={() => onBack(item)}>
                {t('topics_bring_back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {items.length > limit && (
        <div>
          <Button variant="quiet" onClick={() => setLimit(items.length)}>
            {plural('topics_more', items.length - limit)}
          </Button>
        </div>
      )}
    </div>
  );
}
