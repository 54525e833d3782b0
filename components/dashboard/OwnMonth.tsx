import { journalFigures } from '../../lib/domain/figures.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readJournalRows } from '../../lib/storage/queries/figures.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { PeriodCard } from './PeriodCard.tsx';

/** The longest month, and the rows at its edges. */
const monthMs = 32 * 86_400_000;

/** One's own month beside everybody's: from the journal of this browser, whoever takes part. */
export function OwnMonth({ db, now }: { db: RelaisDb; now: () => number }) {
  const rows = useLiveQuery(() => readJournalRows(db, now() - monthMs), [db]);
  if (rows.value === undefined) return null;
  return (
    <PeriodCard title={t('leaderboard_your_month')} figures={journalFigures({ ...rows.value, now: now() }).month} />
  );
}
