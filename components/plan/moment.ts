import { toLocalDay } from '../../lib/domain/calendar.ts';

/** A day and a time as their fields hold them, where the person is. */
export type Moment = { day: string; time: string };

export function toMoment(at: number): Moment {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return { day: toLocalDay(at), time: `${two(date.getHours())}:${two(date.getMinutes())}` };
}

/** The instant; null while a field is empty. An hour that a change of clock skips is the one after it. */
export function fromMoment({ day, time }: Moment): number | null {
  const at = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}
