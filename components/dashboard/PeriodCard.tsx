import type { PeriodFigures } from '../../lib/domain/figures.ts';
import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import { Card } from '../ui/Card.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { networkName } from '../ui/network-name.ts';

type PeriodCardProps = { title: string; figures: PeriodFigures };

/** One period's acts: published, waiting for one's word, spotted; by network and by group where there are any. */
export function PeriodCard({ title, figures }: PeriodCardProps) {
  const { published, opened, spots, byNetwork, byGroup } = figures;
  const publishedLines = byNetwork.filter((line) => line.published > 0);
  return (
    <Card as="section" class="dashboard-period">
      <h2>{title}</h2>
      <dl class="dashboard-figures">
        <Figure value={published} label={plural('journal_published', published)} />
        <Figure value={spots} label={plural('journal_spots', spots)} />
      </dl>
      {opened > 0 && <p class="r-muted">{plural('journal_opened', opened)}</p>}
      {publishedLines.length + byGroup.length > 0 && (
        <ul class="r-list dashboard-breakdown">
          {publishedLines.map((line) => (
            <li key={line.network}>
              <NetworkMark network={line.network} size={14} />
              {t('journal_count_of', networkName(line.network), formatNumber(line.published))}
            </li>
          ))}
          {byGroup.map((line) => (
            <li key={line.groupId}>
              <Icon name="spot" size={14} />
              {t('journal_count_of', line.groupName, formatNumber(line.spots))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}
