import { useState } from 'preact/hooks';
import { type FirstWeekStep, firstWeek } from '../../lib/domain/first-week.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readFirstWeek } from '../../lib/storage/queries/guidelines.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useNow } from '../ui/use-now.ts';
import './FirstWeek.css';

type FirstWeekProps = { db: RelaisDb; openPage: (path: string) => void };

/**
 * A newcomer's first gestures, ticked by what really happened. Shows nothing while it is read, when it
 * cannot be, once all is done and once it was put away: nobody came for this.
 */
export function FirstWeek({ db, openPage }: FirstWeekProps) {
  const now = useNow();
  const facts = useLiveQuery(() => readFirstWeek(db), [db]);
  const [dismissed, setDismissed] = useState(false);
  const command = useCommand();
  const steps = facts.value && !dismissed ? firstWeek(facts.value, now) : null;
  if (steps === null) return null;

  const dismiss = async () => {
    const done = await command.run('dismissFirstWeek', {});
    setDismissed(done !== undefined);
  };
  const doneCount = steps.filter((step) => step.done).length;
  return (
    <Card as="section" tone="group" class="first-week" aria-labelledby="first-week">
      <header class="r-row">
        <div class="r-grow">
          <h2 id="first-week">{t('first_week_title')}</h2>
          <p class="r-muted">{t('first_week_intro')}</p>
        </div>
        <span class="first-week-count">
          {t('first_week_progress', formatNumber(doneCount), formatNumber(steps.length))}
        </span>
        <IconButton label={t('first_week_dismiss')} onClick={() => void dismiss()}>
          <Icon name="close" size={16} />
        </IconButton>
      </header>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <ol class="r-list">
        {steps.map((step) => (
          <Step key={step.gesture} {...step} onConnect={() => openPage('welcome.html')} />
        ))}
      </ol>
    </Card>
  );
}

function Step({ gesture, done, onConnect }: FirstWeekStep & { onConnect: () => void }) {
  return (
    <li class={done ? 'first-week-step first-week-done' : 'first-week-step'}>
      <span class="first-week-tick">{done && <Icon name="check" size={14} />}</span>
      <span class="r-grow">
        {t(`first_week_${gesture}`)}
        {done && <span class="r-hidden"> ({t('first_week_done')})</span>}
      </span>
      {gesture === 'source' && !done && <Button onClick={onConnect}>{t('first_week_source_go')}</Button>}
    </li>
  );
}
