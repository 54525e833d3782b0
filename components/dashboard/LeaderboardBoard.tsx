import { useEffect, useState } from 'preact/hooks';
import type { Connection, Participation } from '../../lib/domain/connection.ts';
import { dailyCap, type LeaderboardPeriod, leaderboardPeriods, points } from '../../lib/domain/leaderboard.ts';
import { formatMoment, formatRelative, plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readLeaderboard } from '../../lib/storage/queries/settings.ts';
import { Card } from '../ui/Card.tsx';
import { ChipButton } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { LeaderboardTable } from './LeaderboardTable.tsx';
import { OwnMonth } from './OwnMonth.tsx';

type LeaderboardBoardProps = {
  db: RelaisDb;
  connection: Connection;
  participation: Participation;
  now: () => number;
};

/** The stored leaderboard at once, then the hub's own; what stands around it for a participant. */
export function LeaderboardBoard({ db, connection, participation, now }: LeaderboardBoardProps) {
  const [period, setPeriod] = useState<LeaderboardPeriod>('month');
  const stored = useLiveQuery(() => readLeaderboard(db, connection.id, period), [db, connection.id, period]);
  const refresh = useCommand();
  const leave = useCommand();
  const reload = () => void refresh.run('refreshLeaderboard', { connectionId: connection.id, period });
  // Once per period shown. A person who opens the page wants today's rows; nobody polls for them.
  useEffect(() => {
    if (connection.state === 'active') reload();
  }, [connection.id, connection.state, period]);

  // While another period is read, the live query still holds the rows of the one before.
  const row = stored.value?.period === period ? stored.value : undefined;
  return (
    <div class="dashboard-columns">
      <section class="r-stack" aria-label={t('dashboard_leaderboard')}>
        <div class="r-row r-wrap dashboard-board-head">
          <div class="r-grow">
            <h2>{row && plural('leaderboard_participants', row.leaderboard.participantCount)}</h2>
            <p class="r-muted">{t('leaderboard_appear_as', participation.displayName)}</p>
          </div>
          <fieldset class="dashboard-choice">
            <legend class="r-hidden">{t('leaderboard_period')}</legend>
            {leaderboardPeriods.map((name) => (
              <ChipButton key={name} pressed={name === period} onClick={() => setPeriod(name)}>
                {t(`leaderboard_${name}`)}
              </ChipButton>
            ))}
          </fieldset>
          <IconButton label={t('leaderboard_refresh')} aria-busy={refresh.busy !== null || undefined} onClick={reload}>
            <Icon name="refresh" />
          </IconButton>
        </div>
        {participation.state === 'joining' && <Notice icon="clock">{t('leaderboard_joining')}</Notice>}
        {refresh.failed !== null && (
          <Notice kind="warning" icon={refresh.failed === 'network_unreachable' ? 'offline' : 'warning'}>
            {errorText(refresh.failed)} {row && t('leaderboard_stored', formatMoment(row.fetchedAt))}
          </Notice>
        )}
        {row === undefined && refresh.failed === null && <Skeleton count={2} />}
        {row !== undefined && (
          <Card class="dashboard-board">
            {row.leaderboard.rows.length === 0 ? (
              <EmptyState icon="chart" title={t('leaderboard_empty_title')}>
                {t('leaderboard_empty_body')}
              </EmptyState>
            ) : (
              <LeaderboardTable companyName={connection.companyName} leaderboard={row.leaderboard} />
            )}
          </Card>
        )}
        {row !== undefined && (
          <p class="r-muted" role="status">
            {refresh.busy === null
              ? t('leaderboard_as_of', formatRelative(row.fetchedAt, now()))
              : t('leaderboard_reading')}
          </p>
        )}
      </section>
      <aside class="r-stack">
        <OwnMonth db={db} now={now} />
        <Card>
          <h3>{t('leaderboard_rule_title')}</h3>
          <p class="r-muted">{t('leaderboard_rule', points.share, points.spot, dailyCap)}</p>
        </Card>
        <Card class="r-stack">
          <div>
            <h3>{t('leaderboard_privacy_title')}</h3>
            <p class="r-muted">
              {t('leaderboard_privacy_body')} <a href="options.html#privacy">{t('leaderboard_privacy_link')}</a>
            </p>
          </div>
          <Confirm
            label={t('leaderboard_withdraw')}
            question={t('leaderboard_withdraw_question')}
            yes={t('leaderboard_withdraw_yes')}
            no={t('leaderboard_withdraw_no')}
            busy={leave.busy !== null}
            onYes={() => void leave.run('leaveLeaderboard', { connectionId: connection.id })}
          />
          {leave.failed !== null && <Notice kind="failed">{errorText(leave.failed)}</Notice>}
        </Card>
      </aside>
    </div>
  );
}
