import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { type Moment, toMoment } from './moment.ts';
import './plan.css';

type MomentFieldsProps = { value: Moment; now: number; isPast: boolean; onChange: (value: Moment) => void };

/** A day and a time, in the browser's own fields: it knows how people write them. */
export function MomentFields({ value, now, isPast, onChange }: MomentFieldsProps) {
  const id = useId();
  const wrong = { 'aria-invalid': isPast || undefined, 'aria-describedby': isPast ? `${id}-past` : undefined };
  return (
    <div class="plan-moment">
      <div class="r-field">
        <label class="r-label" for={`${id}-day`}>
          {t('plan_day')}
        </label>
        <input
          {...wrong}
          id={`${id}-day`}
          class="r-input"
          type="date"
          min={toMoment(now).day}
          value={value.day}
          onInput={({ currentTarget }) => onChange({ ...value, day: currentTarget.value })}
        />
      </div>
      <div class="r-field">
        <label class="r-label" for={`${id}-time`}>
          {t('plan_time')}
        </label>
        <input
          {...wrong}
          id={`${id}-time`}
          class="r-input"
          type="time"
          value={value.time}
          onInput={({ currentTarget }) => onChange({ ...value, time: currentTarget.value })}
        />
      </div>
      {isPast && (
        <p class="r-field-error" id={`${id}-past`} role="alert">
          {t('plan_past')}
        </p>
      )}
    </div>
  );
}
