import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Picture } from '../popup/Picture.tsx';
import { Card } from '../ui/Card.tsx';
import { networkName } from '../ui/network-name.ts';
import './Preview.css';

/** How each network draws a link: over the whole width, with its summary below, or beside a small picture. */
type Shape = 'large' | 'tall' | 'small' | 'none';
const shapes: Partial<Record<NetworkId, Shape>> = {
  linkedin: 'large',
  facebook: 'large',
  threads: 'large',
  bluesky: 'tall',
  mastodon: 'tall',
  teams: 'small',
  email: 'none',
  copy: 'none',
};

type PreviewProps = { card: FeedCard; network: NetworkId; address: string | null };

/**
 * The link roughly as the network will show it, and the address that really leaves, tags and all. The
 * picture is the stored one: nothing is fetched to show it.
 */
export function Preview({ card, network, address }: PreviewProps) {
  const shape = shapes[network] ?? 'small';
  const host = parseWebAddress(address ?? '')?.host.replace(/^www\./, '');
  return (
    <section class="composer-preview" aria-label={t('composer_preview')}>
      {shape !== 'none' && (
        <Card as="div" class={`preview preview-${shape}`}>
          <Picture card={card} />
          <div class="r-grow">
            {shape !== 'large' && <p class="preview-host">{host}</p>}
            <p class="preview-title" dir="auto">
              {card.title}
            </p>
            {shape === 'tall' && card.summary !== '' && (
              <p class="preview-summary" dir="auto">
                {card.summary}
              </p>
            )}
            {shape === 'large' && <p class="preview-host">{host}</p>}
          </div>
        </Card>
      )}
      {address !== null && (
        <p class="preview-address">
          {t('composer_leaves_as')} <bdi>{address}</bdi>
        </p>
      )}
      {shape !== 'none' && <p class="r-hidden">{t('composer_preview_fallback', networkName(network))}</p>}
    </section>
  );
}
