import type { WeekFigures } from '../../lib/domain/figures.ts';
import { formatDay, formatNumber, language, t } from '../../lib/i18n/messages.ts';
import { Card } from '../ui/Card.tsx';

const plotHeight = 96;

/** Two bars a week. The picture is one image to a screen reader; the table under it has the figures. */
export function WeekBars({ weeks }: { weeks: WeekFigures[] }) {
  const most = Math.max(4, ...weeks.flatMap(({ published, spots }) => [published, spots]));
  const height = (count: number) => (count === 0 ? 2 : Math.round((count / most) * plotHeight));
  const shortDay = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short' });
  return (
    <Card as="section" class="dashboard-weeks">
      <div class="r-row r-wrap">
        <h2 class="r-grow">{t('journal_series_title')}</h2>
        <span class="dashboard-key" data-series="published">
          {t('journal_series_published')}
        </span>
        <span class="dashboard-key" data-series="spots">
          {t('journal_series_spots')}
        </span>
      </div>
      <div class="dashboard-bars" role="img" aria-label={t('journal_series_label')}>
        {weeks.map((week) => (
          <div key={week.from} class="dashboard-bar-week">
            <svg width="36" height={plotHeight} viewBox={`0 0 36 ${plotHeight}`} aria-hidden="true" focusable="false">
              <Bar x={2} height={height(week.published)} series="published" />
              <Bar x={19} height={height(week.spots)} series="spots" />
            </svg>
            <span>{shortDay.format(week.from)}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('journal_series_table')}</summary>
        <table class="dashboard-table">
          <caption class="r-hidden">{t('journal_series_title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('journal_series_week')}</th>
              <th scope="col" class="dashboard-number">
                {t('journal_series_published')}
              </th>
              <th scope="col" class="dashboard-number">
                {t('journal_series_spots')}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.from}>
                <th scope="row">{formatDay(week.from)}</th>
                <td class="dashboard-number">{formatNumber(week.published)}</td>
                <td class="dashboard-number">{formatNumber(week.spots)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}

function Bar({ x, height, series }: { x: number; height: number; series: 'published' | 'spots' }) {
  return (
    <rect data-series={series} x={x} y={plotHeight - height} width={15} height={height} rx={Math.min(4, height / 2)} />
  );
}
