import { useState } from 'preact/hooks';
import type { Preferences } from '../../lib/domain/preferences.ts';
import { formatMoment, t } from '../../lib/i18n/messages.ts';
import type { DepartureRow, RelaisDb } from '../../lib/storage/db.ts';
import { readConnections, readDepartures } from '../../lib/storage/queries/settings.ts';
import { Button } from '../ui/Button.tsx';
import { ExportButton } from '../ui/ExportButton.tsx';
import { errorText } from '../ui/error-text.ts';
import { hostOf } from '../ui/host-of.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { EraseData } from './EraseData.tsx';
import { PlainLinks } from './PlainLinks.tsx';

const pageSize = 10;

type PrivacySectionProps = { db: RelaisDb; preferences: Preferences; now: () => number; onErased: () => void };

/** What left this browser, what may, and the two ways to take everything along or away. */
export function PrivacySection({ db, preferences, now, onErased }: PrivacySectionProps) {
  return (
    <>
      <Departures db={db} />
      <p>
        {t('options_participation')} <a href="dashboard.html#leaderboard">{t('options_participation_link')}</a>
      </p>
      <PlainLinks db={db} wantsPlain={preferences.plainLinks ?? false} />
      <div class="options-part">
        <h3>{t('options_export')}</h3>
        <p class="r-muted">{t('options_export_body')}</p>
        <ExportButton now={now} />
      </div>
      <EraseData onErased={onErased} />
    </>
  );
}

async function readNamedDepartures(db: RelaisDb, limit: number) {
  const [departures, connections] = await Promise.all([readDepartures(db, limit), readConnections(db)]);
  const names = new Map(connections.map(({ id, companyName }) => [id, companyName]));
  // A connection that is gone has left its address in the request.
  return departures.map((row) => ({ ...row, companyName: names.get(row.connectionId) ?? hostOf(row.url) }));
}

function Departures({ db }: { db: RelaisDb }) {
  const [limit, setLimit] = useState(pageSize);
  const departures = useLiveQuery(() => readNamedDepartures(db, limit), [db, limit]);
  if (departures.state === 'failed') return <Notice kind="failed">{errorText(departures.code)}</Notice>;
  if (departures.value === undefined) return <Skeleton count={1} />;
  return (
    <div class="options-part">
      <h3>{t('options_departures')}</h3>
      {departures.value.length === 0 ? (
        <Notice kind="ok">{t('options_departures_empty')}</Notice>
      ) : (
        <ul class="r-list options-departures">
          {departures.value.map((departure) => (
            <Departure key={departure.id} departure={departure} />
          ))}
        </ul>
      )}
      {departures.value.length >= limit && (
        <div>
          <Button onClick={() => setLimit(limit + pageSize)}>{t('options_departures_more')}</Button>
        </div>
      )}
    </div>
  );
}

function Departure({ departure }: { departure: DepartureRow & { companyName: string } }) {
  const { purpose, companyName, at, method, url, body } = departure;
  return (
    <li>
      <details>
        <summary>
          {t(`options_purpose_${purpose}`, companyName)} <span class="r-muted">{formatMoment(at)}</span>
        </summary>
        <pre class="page-request">{`${method} ${url}${body === '' ? '' : `\n\n${body}`}`}</pre>
      </details>
    </li>
  );
}
