import { useId, useState } from 'preact/hooks';
import type { Queue } from '../../lib/domain/queue.ts';
import { formatNumber, formatTime, formatWeekday, t } from '../../lib/i18n/messages.ts';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Checkbox } from '../ui/Switch.tsx';
import { useCommand } from '../ui/use-command.ts';
import './plan.css';

/** Monday first, as a working week is written. */
const week = [1, 2, 3, 4, 5, 6, 0];
const hours = Array.from({ length: 25 }, (_, hour) => hour);
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
  const toggle = (day: number, isOn: boolean) =>
    change({ days: isOn ? [...queue.days, day].sort() : queue.days.filter((known) => known !== day) });
  const asHour = (hour: number) => formatTime(new Date(2026, 0, 1, hour).getTime());
  return (
    <Card as="section" class="plan-rhythm" aria-label={t('plan_rhythm')}>
      <div>
        <h2>{t('plan_rhythm')}</h2>
        <p class="r-muted">{t('plan_rhythm_hint')}</p>
      </div>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <div class="r-row r-wrap">
        <Select
          label={t('plan_per_day')}
          offered={counts}
          value={queue.perDay}
          words={formatNumber}
          onChange={(perDay) => change({ perDay })}
        />
        <Select
          label={t('plan_from')}
          offered={hours.slice(0, 24)}
          value={queue.fromHour}
          words={asHour}
          onChange={(fromHour) => change({ fromHour })}
        />
        <Select
          label={t('plan_to')}
          offered={hours.slice(1)}
          value={queue.toHour}
          words={asHour}
          onChange={(toHour) => change({ toHour })}
        />
      </div>
      <fieldset>
        <legend class="r-label">{t('plan_days')}</legend>
        <div class="plan-days">
          {week.map((day) => (
            <Checkbox
              key={day}
              label={formatWeekday(day)}
              checked={queue.days.includes(day)}
              // A queue without a day has no slot at all.
              disabled={queue.days.length === 1 && queue.days.includes(day)}
              onChange={(isOn) => toggle(day, isOn)}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}

type SelectProps = {
  label: string;
  offered: number[];
  value: number;
  words: (value: number) => string;
  onChange: (value: number) => void;
};

function Select({ label, offered, value, words, onChange }: SelectProps) {
  const id = useId();
  return (
    <div class="r-field">
      <label class="r-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="r-input"
        value={value}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
