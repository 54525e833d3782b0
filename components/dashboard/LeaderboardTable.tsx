import type { Leaderboard } from '../../lib/domain/leaderboard.ts';
import { formatDay, formatNumber, t } from '../../lib/i18n/messages.ts';
import { Chip } from '../ui/Chip.tsx';

type LeaderboardTableProps = { companyName: string; leaderboard: Leaderboard };

/** The rows as the hub ranked them; one's own is named, not only coloured. */
export function LeaderboardTable({ companyName, leaderboard }: LeaderboardTableProps) {
  // `to` is the first instant after the period; people name its last day.
  const lastDay = formatDay(leaderboard.to - 1);
  return (
    <table class="dashboard-table">
      <caption>{t('leaderboard_caption', companyName, formatDay(leaderboard.from), lastDay)}</caption>
      <thead>
        <tr>
          <th scope="col" class="dashboard-number">
            {t('leaderboard_rank')}
          </th>
          <th scope="col">{t('leaderboard_ambassador')}</th>
          <th scope="col">{t('leaderboard_team')}</th>
          <th scope="col" class="dashboard-number">
            {t('leaderboard_shares')}
          </th>
          <th scope="col" class="dashboard-number">
            {t('leaderboard_spots')}
          </th>
          <th scope="col" class="dashboard-number">
            {t('leaderboard_points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {leaderboard.rows.map((row) => (
          <tr key={`${row.rank} ${row.displayName}`} class={row.isYou ? 'dashboard-own-row' : undefined}>
            <td class="dashboard-number">{formatNumber(row.rank)}</td>
            <th scope="row">
              {row.displayName} {row.isYou && <Chip tone="accent">{t('leaderboard_you')}</Chip>}
            </th>
            <td class="r-muted">{row.team ?? ''}</td>
            <td class="dashboard-number">{formatNumber(row.shares)}</td>
            <td class="dashboard-number">{formatNumber(row.spots)}</td>
            <td class="dashboard-number">
              <strong>{formatNumber(row.points)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
