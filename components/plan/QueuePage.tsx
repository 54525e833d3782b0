import type { RelaisDb } from '../../lib/storage/db.ts';
import { readQueue } from '../../lib/storage/queries/plans.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { DuePlans } from './DuePlans.tsx';
import { PlanList } from './PlanList.tsx';
import { QueueRhythm } from './QueueRhythm.tsx';
import { type NotificationAccess, ReminderNotice } from './ReminderNotice.tsx';
import './plan.css';

/** One's own shares to come: what waits now, what is planned, and how far apart. */
export function QueuePage({ db, notifications }: { db: RelaisDb; notifications: NotificationAccess }) {
  const queue = useLiveQuery(readQueue, []).value;
  return (
    <div class="plan-page">
      <DuePlans db={db} />
      <ReminderNotice {...notifications} />
      <PlanList db={db} />
      {queue && <QueueRhythm queue={queue} />}
    </div>
  );
}
