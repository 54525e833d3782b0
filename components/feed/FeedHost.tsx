import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { codeOf } from '../../lib/domain/errors.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { shownNetworks } from '../../lib/domain/shown-networks.ts';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readLaterOffer } from '../../lib/storage/queries/plans.ts';
import { laterItems } from '../plan/later-items.ts';
import type { LateActs } from '../popup/feed-acts.ts';
import { createStore } from '../popup/feed-store.ts';
import type { CardActs } from '../popup/use-share.ts';
import { errorText } from '../ui/error-text.ts';
import { type MenuItem, MenuList } from '../ui/MenuList.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CardDetails } from './CardDetails.tsx';
import { type CardMenuPage, cardMenu } from './card-menu.ts';
import { type ChosenOpenings, createComments } from './comments.ts';
import { DraftMark } from './DraftMark.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { Openings } from './Openings.tsx';
import { searchStoreOf } from './search-store.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import { useMarks } from './use-marks.ts';
import { useSeen } from './use-seen.ts';
import './feed.css';

type FeedHostProps = {
  db: RelaisDb;
  acts: CardActs;
  /** The networks on the cards. */
  preferred: readonly NetworkId[];
  /** Hands over what can be done from now on; the same as long as this lives. */
  onReady: (acts: LateActs) => void;
};

type OpenMenu = { label: string; items: MenuItem[]; button: HTMLElement };

/** What stands above the lists, whichever is shown: menus, the way back from what was done, the keys. */
export function FeedHost({ db, acts, preferred, onReady }: FeedHostProps) {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const marks = useMarks();
  useSeen();
  useFeedKeys();
  useEffect(() => whenIdle(searchStoreOf(db).load), [db]);
  // Fetched while nobody waits for it, so that a press on the pencil does not.
  useEffect(() => whenIdle(() => void import('../composer/Composer.tsx').catch(() => undefined)), []);
  const [keysShown, setKeysShown] = useState(false);
  useCardKeys(() => setKeysShown(true));

  const latest = useRef({ acts, preferred, onReady });
  latest.current = { acts, preferred, onReady };
  const chosen = useMemo(() => createStore<ChosenOpenings>(new Map()), []);
  useEffect(() => {
    const { choose, comment } = createComments(chosen, marks.tell);
    const showMenu: LateActs['openMenu'] = (label, items, button) =>
      setMenu((open) => (open?.button === button ? null : { label, items, button }));
    const keys: MenuItem = { label: t('keys_help'), icon: 'key', onSelect: () => setKeysShown(true) };
    const openMenu: LateActs['openMenu'] = (label, items, button) => showMenu(label, [...items, keys], button);
    const openLater = async (card: FeedCard, button: HTMLElement) => {
      const [network] = shownNetworks(card.networks, latest.current.preferred);
      if (network === undefined) return;
      const offer = await readLaterOffer(db, { itemId: card.id, network }, Date.now());
      const { compose } = latest.current.acts;
      showMenu(t('item_menu', card.title), laterItems(card, network, offer, { run: marks.run, compose }), button);
    };
    const openCardMenu = (card: FeedCard, button: HTMLElement, page: CardMenuPage = 'card') => {
      if (page === 'later') {
        openLater(card, button).catch((error) => marks.tell({ words: '', failed: codeOf(error) }));
        return;
      }
      const items = cardMenu(card, page, Date.now(), {
        run: marks.run,
        preferred: latest.current.preferred,
        spot: (spotted) => latest.current.acts.spot(spotted),
        compose: (composed, network) => latest.current.acts.compose(composed, network),
        turnTo: (next) => openCardMenu(card, button, next),
      });
      showMenu(t('item_menu', card.title), items, button);
    };
    const cardDetails = (card: FeedCard, now: number): ComponentChildren => (
      <>
        <CardDetails card={card} now={now} />
        <DraftMark card={card} onOpen={(network) => latest.current.acts.compose(card, network)} />
        {card.openings.length > 0 && card.opensAt === null && (
          <Openings card={card} chosen={chosen} onChoose={choose} />
        )}
      </>
    );
    const opening = ({ opensAt }: FeedCard) =>
      opensAt !== null && <span class="r-muted item-opens">{t('item_opens', formatDate(opensAt))}</span>;
    latest.current.onReady({ openMenu, openCardMenu, comment, cardDetails, opening });
  }, [db, chosen, marks.tell, marks.run]);

  useEffect(() => {
    menu?.button.setAttribute('aria-expanded', 'true');
    return () => menu?.button.setAttribute('aria-expanded', 'false');
  }, [menu]);

  return (
    <>
      {menu !== null && (
        <MenuList
          label={menu.label}
          items={menu.items}
          opener={() => menu.button}
          onClose={() => setMenu(null)}
          style={placeBeside(menu.button)}
        />
      )}
      {keysShown && <KeysHelp onClose={() => setKeysShown(false)} />}
      {marks.told !== null && (
        <div class="feed-toast" ref={marks.toast}>
          <Notice
            kind={marks.told.failed === undefined ? 'ok' : 'failed'}
            action={marks.told.undo && { label: t('action_undo'), onClick: marks.undo }}
            onDismiss={marks.clear}
          >
            {marks.told.failed === undefined ? marks.told.words : errorText(marks.told.failed)}
          </Notice>
        </div>
      )}
    </>
  );
}

/** Once the page has nothing else to do: a search that is never begun costs nobody a frame. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 500);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 3000 });
  return () => cancelIdleCallback(handle);
}

/** What a menu of some entries takes; where less is left below the button, it opens above. */
const usualHeight = 230;
const usualWidth = 280;

function placeBeside(button: HTMLElement): Record<string, string> {
  const { top, bottom, right } = button.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const room = { below: innerHeight - bottom - 8, above: top - 8 };
  const isBelow = room.below >= usualHeight || room.below >= room.above;
  return {
    // A button at the left edge would push it out.
    right: `${Math.max(8, Math.min(clientWidth - right, clientWidth - usualWidth))}px`,
    ...(isBelow
      ? { top: `${bottom + 4}px`, maxHeight: `${room.below}px` }
      : { bottom: `${innerHeight - top + 4}px`, maxHeight: `${room.above}px` }),
  };
}
