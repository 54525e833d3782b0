import { isPublished } from '../../lib/domain/share-state.ts';
import { shownNetworks } from '../../lib/domain/shown-networks.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import type { MainActsProps } from './ItemCard.tsx';
import { shareHint, shareLabel } from './share-words.ts';

/** The networks chosen in the settings, as far as the company lets the item go there; else those it names. */
export function ShareButtons({ card, preferred, acts, shared }: MainActsProps) {
  const [main, ...others] = shownNetworks(card.networks, preferred);
  if (main === undefined) return <span class="r-muted item-reason">{t('item_no_network')}</span>;
  const known = card.shared[main];
  const again = known !== undefined && isPublished(known);
  const busy = acts.busy && acts.itemId === card.id;
  return (
    <>
      <Button
        {...shared}
        variant={again ? 'plain' : 'primary'}
        icon={<NetworkMark network={main} />}
        busy={busy}
        aria-label={shareLabel(main, card.title, again)}
        title={shareHint(main, acts.takesOf(card, main))}
        onClick={() => acts.share(card, main)}
      >
        {t(again ? 'popup_again_button' : 'popup_share_button')}
      </Button>
      {others.map((network) => (
        <IconButton
          key={network}
          {...shared}
          outlined
          label={shareLabel(network, card.title)}
          title={shareHint(network, acts.takesOf(card, network))}
          onClick={() => acts.share(card, network)}
        >
          <NetworkMark network={network} />
        </IconButton>
      ))}
      <IconButton
        {...shared}
        outlined
        label={t('popup_compose', card.title)}
        title={t('popup_compose_hint')}
        onClick={() => acts.compose(card, main)}
      >
        <Icon name="pencil" />
      </IconButton>
    </>
  );
}
