import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readConnections, readParticipations } from '../../lib/storage/queries/settings.ts';
import { ChipButton } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { JoinCard } from './JoinCard.tsx';
import { LeaderboardBoard } from './LeaderboardBoard.tsx';

type LeaderboardPageProps = {
  db: RelaisDb;
  requestStatisticsConsent: () => Promise<boolean>;
  now: () => number;
};

async function readMemberships(db: RelaisDb) {
  const [connections, participations] = await Promise.all([readConnections(db), readParticipations(db)]);
  return connections.map((connection) => ({
    connection,
    participation: participations.find(({ connectionId }) => connectionId === connection.id) ?? null,
  }));
}

/** One company's leaderboard: joining it, reading it, leaving it. */
export function LeaderboardPage({ db, requestStatisticsConsent, now }: LeaderboardPageProps) {
  const live = useLiveQuery(() => readMemberships(db), [db]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (live.state === 'failed') {
    return (
      <EmptyState icon="warning" title={t('leaderboard_failed_title')}>
        {errorText(live.code)}
      </EmptyState>
    );
  }
  if (live.value === undefined) return <Skeleton />;
  const memberships = live.value;
  const membership = memberships.find(({ connection }) => connection.id === chosenId) ?? memberships[0];
  if (membership === undefined) {
    const connect = { label: t('leaderboard_connect'), onClick: () => location.assign('welcome.html') };
    return (
      <EmptyState icon="chart" title={t('leaderboard_no_connection_title')} action={connect}>
        {t('leaderboard_no_connection_body')}
      </EmptyState>
    );
  }
  const { connection, participation } = membership;
  return (
    <div class="r-stack">
      {memberships.length > 1 && (
        <fieldset class="dashboard-choice">
          <legend class="r-hidden">{t('leaderboard_company')}</legend>
          {memberships.map(({ connection: { id, companyName } }) => (
            <ChipButton key={id} pressed={id === connection.id} onClick={() => setChosenId(id)}>
              {companyName}
            </ChipButton>
          ))}
        </fieldset>
      )}
      {connection.state === 'revoked' && <Notice kind="warning">{t('leaderboard_revoked')}</Notice>}
      {participation === null && (
        <JoinCard key={connection.id} connection={connection} requestStatisticsConsent={requestStatisticsConsent} />
      )}
      {participation?.state === 'leaving' && <LeavingNotice connectionId={connection.id} />}
      {participation !== null && participation.state !== 'leaving' && (
        <LeaderboardBoard key={connection.id} {...{ db, connection, participation, now }} />
      )}
    </div>
  );
}

function LeavingNotice({ connectionId }: { connectionId: string }) {
  const command = useCommand();
  const again = {
    label: t('leaderboard_leaving_again'),
    busy: command.busy !== null,
    onClick: () => void command.run('leaveLeaderboard', { connectionId }),
  };
  return (
    <div class="r-stack">
      <Notice icon="clock" action={again}>
        <strong>{t('leaderboard_leaving_title')}</strong>
        <p>{t('leaderboard_leaving_body')}</p>
      </Notice>
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </div>
  );
}
