import { problemText } from '../../components/plan/problem-text.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { Reminder } from '../../lib/services/plan-service.ts';

/** What a reminder says: what it is about, or how many there are. */
export function reminderWords({ count, title, problem }: Reminder): { title: string; message: string } {
  if (count > 1) return { title: plural('plan_reminder', count), message: t('plan_reminder_several') };
  return {
    title: plural('plan_reminder', 1),
    message: problem === null ? title : `${title}\n${problemText(problem)}`,
  };
}
