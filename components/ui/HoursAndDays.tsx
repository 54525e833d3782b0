import type { ComponentChildren } from 'preact';
import { formatTime, formatWeekday } from '../../lib/i18n/messages.ts';
import { Select } from './Select.tsx';
import { Checkbox } from './Switch.tsx';
import './HoursAndDays.css';

/** Hours from 0 to 24 by the person's own clock, days from 0 for Sunday. */
export type HoursAndDaysValue = { fromHour: number; toHour: number; days: number[] };

type HoursAndDaysProps = {
  value: HoursAndDaysValue;
  labels: { from: string; to: string; days: string };
  onChange: (part: Partial<HoursAndDaysValue>) => void;
  /** Fields on the line of the hours, before them. */
  children?: ComponentChildren;
};

/** Monday first, as a working week is written. */
const week = [1, 2, 3, 4, 5, 6, 0];

function hoursIn(from: number, to: number): [number, string][] {
  const count = to - from + 1;
  return Array.from({ length: count }, (_, i) => [from + i, formatTime(new Date(2026, 0, 1, from + i).getTime())]);
}

/** Between which hours and on which days; one day at least. */
export function HoursAndDays({ value: { fromHour, toHour, days }, labels, onChange, children }: HoursAndDaysProps) {
  const toggle = (day: number, isOn: boolean) =>
    onChange({ days: isOn ? [...days, day].sort() : days.filter((known) => known !== day) });
  return (
    <div class="hours-and-days">
      <div class="r-row r-wrap">
        {children}
        <Select
          label={labels.from}
          options={hoursIn(0, 23)}
          value={fromHour}
          onChange={(hour) => onChange({ fromHour: hour })}
        />
        <Select
          label={labels.to}
          options={hoursIn(1, 24)}
          value={toHour}
          onChange={(hour) => onChange({ toHour: hour })}
        />
      </div>
      <fieldset>
        <legend class="r-label">{labels.days}</legend>
        {week.map((day) => (
          <Checkbox
            key={day}
            label={formatWeekday(day)}
            checked={days.includes(day)}
            disabled={days.length === 1 && days.includes(day)}
            onChange={(isOn) => toggle(day, isOn)}
          />
        ))}
      </fieldset>
    </div>
  );
}
