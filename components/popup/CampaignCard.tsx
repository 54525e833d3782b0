import type { Campaign } from '../../lib/domain/campaign.ts';
import { formatDay, formatNumber, t } from '../../lib/i18n/messages.ts';
import { Card } from '../ui/Card.tsx';
import { Progress } from '../ui/Progress.tsx';
import './CampaignCard.css';

/** The campaign of the moment and how far all got together. The end is a date, never a countdown. */
export function CampaignCard({ campaign }: { campaign: Campaign }) {
  const { goal, progress } = campaign;
  const together =
    goal === null || progress === null
      ? null
      : t('popup_campaign_together', formatNumber(progress), formatNumber(goal));
  return (
    <Card as="section" tone="accent" class="campaign" aria-label={campaign.title}>
      <div class="campaign-head">
        <h2>{campaign.title}</h2>
        {campaign.endsAt !== null && <span>{t('popup_campaign_until', formatDay(campaign.endsAt))}</span>}
      </div>
      <div class="campaign-head">
        {together && <span>{together}</span>}
        {campaign.hashtag && (
          <span>{campaign.hashtag.startsWith('#') ? campaign.hashtag : `#${campaign.hashtag}`}</span>
        )}
      </div>
      {together && goal !== null && progress !== null && <Progress label={together} value={progress} max={goal} />}
    </Card>
  );
}
