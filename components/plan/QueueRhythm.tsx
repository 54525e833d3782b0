import { useState } from 'preact/hooks';
import type { Queue } from '../../lib/domain/queue.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { HoursAndDays } from '../ui/HoursAndDays.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { useCommand } from '../ui/use-command.ts';
import './plan.css';

const counts = [1, 2, 3, 4, 5];

/** How far apart one's own shares stand: what the next free slot is looked for in. */
export function QueueRhythm({ queue: stored }: { queue: Queue }) {
  const [queue, setQueue] = useState(stored);
  const command = useCommand();
  const change = async (part: Partial<Queue>) => {
    const before = queue;
    const next = { ...queue, ...part };
    // Hours that would end before they begin move along.
    if (next.toHour <= next.fromHour) {
      if (part.fromHour === undefined) next.fromHour = next.toHour - 1;
      else next.toHour = next.fromHour + 1;
    }
    setQueue(next);
    // What is shown is what is stored.
    if ((await command.run('setPreferences', { queue: next })) === undefined) setQueue(before);
  };
  return (
    <Card as="section" class="plan-rhythm" aria-label={t('plan_rhythm')}>
      <div>
        <h2>{t('plan_rhythm')}</h2>
        <p class="r-muted">{t('plan_rhythm_hint')}</p>
      </div>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <HoursAndDays
        value={queue}
        labels={{ from: t('plan_from'), to: t('plan_to'), days: t('plan_days') }}
        onChange={change}
      >
        <Select
          label={t('plan_per_day')}
          options={counts.map((count): [number, string] => [count, formatNumber(count)])}
          value={queue.perDay}
          onChange={(perDay) => change({ perDay })}
        />
      </HoursAndDays>
    </Card>
  );
}
