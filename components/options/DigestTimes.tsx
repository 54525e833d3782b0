import { useId } from 'preact/hooks';
import type { Digest } from '../../lib/domain/preferences.ts';
import { formatTime, formatWeekday, t } from '../../lib/i18n/messages.ts';
import { Checkbox } from '../ui/Switch.tsx';

/** Monday first, as a working week is written. */
const week = [1, 2, 3, 4, 5, 6, 0];
const hours = Array.from({ length: 25 }, (_, hour) => hour);

type DigestTimesProps = { digest: Digest; onChange: (digest: Digest) => void };

/** The hours and the days of the digest, by the person's own clock. */
export function DigestTimes({ digest, onChange }: DigestTimesProps) {
  const { fromHour, toHour, days } = digest;
  const toggle = (day: number, isOn: boolean) =>
    onChange({ ...digest, days: isOn ? [...days, day].sort() : days.filter((known) => known !== day) });
  return (
    <div class="options-digest">
      <div class="r-row r-wrap">
        <HourField
          label={t('options_digest_from')}
          hours={hours.slice(0, 24)}
          value={fromHour}
          onChange={(hour) => onChange({ ...digest, fromHour: hour })}
        />
        <HourField
          label={t('options_digest_to')}
          hours={hours.slice(1)}
          value={toHour}
          onChange={(hour) => onChange({ ...digest, toHour: hour })}
        />
      </div>
      <fieldset class="options-days">
        <legend class="r-label">{t('options_digest_days')}</legend>
        {week.map((day) => (
          <Checkbox
            key={day}
            label={formatWeekday(day)}
            checked={days.includes(day)}
            // A digest on no day at all is what the switch above is for.
            disabled={days.length === 1 && days.includes(day)}
            onChange={(isOn) => toggle(day, isOn)}
          />
        ))}
      </fieldset>
    </div>
  );
}

type HourFieldProps = { label: string; hours: number[]; value: number; onChange: (hour: number) => void };

function HourField({ label, hours: offered, value, onChange }: HourFieldProps) {
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
        {offered.map((hour) => (
          <option key={hour} value={hour}>
            {formatTime(new Date(2026, 0, 1, hour).getTime())}
          </option>
        ))}
      </select>
    </div>
  );
}
