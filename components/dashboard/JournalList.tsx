import { toLocalDay } from '../../lib/domain/calendar.ts';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { JournalEntry } from '../../lib/storage/queries/journal.ts';
import { Card } from '../ui/Card.tsx';
import { ShareEntryRow } from './ShareEntryRow.tsx';
import { SpotEntryRow } from './SpotEntryRow.tsx';

type JournalListProps = { entries: JournalEntry[]; connected: ReadonlySet<string>; onErased: () => void };

/** Acts day by day, the latest first. Days out of sight are not laid out, however many there are. */
export function JournalList({ entries, connected, onErased }: JournalListProps) {
  const days = [...Map.groupBy(entries, ({ at }) => toLocalDay(at))];
  return (
    <section class="r-stack" aria-label={t('journal_list_title')}>
      {days.map(([day, acts]) => (
        <Card key={day} as="section" class="dashboard-day">
          <h2>{formatDay(acts[0]?.at ?? 0)}</h2>
          <ul class="r-list">
            {acts.map((entry) =>
              entry.kind === 'share' ? (
                <ShareEntryRow key={entry.share.id} entry={entry} onErased={onErased} />
              ) : (
                <SpotEntryRow key={entry.spot.id} spot={entry.spot} connected={connected} onErased={onErased} />
              ),
            )}
          </ul>
        </Card>
      ))}
    </section>
  );
}
