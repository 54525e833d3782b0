import { calendarFile, calendarFileName } from '../../lib/domain/calendar-file.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { shownNetworks } from '../../lib/domain/shown-networks.ts';
import { snoozeTimes } from '../../lib/domain/snooze.ts';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { MenuItem } from '../ui/MenuList.tsx';
import { networkName } from '../ui/network-name.ts';
import { saveFile } from '../ui/save-file.ts';
import type { RunMark } from './use-marks.ts';

type MenuActs = {
  run: RunMark;
  spot: (card: FeedCard) => void;
  compose: (card: FeedCard, network: NetworkId) => void;
  /** The networks on the cards already. */
  preferred: readonly NetworkId[];
  turnTo: (page: CardMenuPage) => void;
};

export type CardMenuPage = 'card' | 'snooze' | 'later' | 'topics' | 'networks';

/** `later` has its times from the database. */
type ReadyPage = Exclude<CardMenuPage, 'later'>;

/** More tags than anyone reads. */
const topicCount = 4;

/** What can be done with a card besides sharing it. Each decision comes with its undoing. */
export function cardMenu(card: FeedCard, page: ReadyPage, now: number, acts: MenuActs): MenuItem[] {
  const { run, spot, compose, turnTo } = acts;
  if (page === 'snooze') return snoozeItems(card, now, run);
  if (page === 'topics') return topicItems(card, run);
  const others = otherNetworks(card, acts);
  if (page === 'networks') return others;
  const { id: itemId, saved, event } = card;
  // The main act of a post to comment on is the comment; sharing it is still one's right.
  const [network] = card.kind === 'engage' ? (Object.keys(card.texts) as NetworkId[]) : [];
  const save = (wanted: boolean) => ({ name: 'setItemMark' as const, input: { itemId, saved: wanted } });
  const hide = (wanted: boolean) => ({ name: 'setItemMark' as const, input: { itemId, hidden: wanted } });
  return [
    {
      label: t(saved ? 'item_unsave' : 'item_save'),
      icon: 'book',
      onSelect: () => run(save(!saved), t(saved ? 'item_unsave_done' : 'item_save_done'), save(saved)),
    },
    ...(card.opensAt === null
      ? [{ label: t('item_snooze'), icon: 'clock' as const, onSelect: () => turnTo('snooze') }]
      : []),
    ...(card.url === null || card.opensAt !== null || card.kind === 'engage'
      ? []
      : [{ label: t('item_later'), icon: 'calendar' as const, onSelect: () => turnTo('later') }]),
    ...(card.tags.length > 0
      ? [{ label: t('item_topics'), icon: 'filter' as const, onSelect: () => turnTo('topics') }]
      : []),
    ...(event === null
      ? []
      : [{ label: t('item_calendar'), icon: 'calendar' as const, onSelect: () => saveEvent(card, event, now) }]),
    ...(network === undefined || card.url === null || card.opensAt !== null
      ? []
      : [{ label: t('item_reshare'), icon: 'pencil' as const, onSelect: () => compose(card, network) }]),
    ...(card.url === null || card.opensAt !== null
      ? []
      : [{ label: t('item_spot'), icon: 'spot' as const, onSelect: () => spot(card) }]),
    ...(others.length > 0
      ? [{ label: t('item_more_networks'), icon: 'share' as const, onSelect: () => turnTo('networks') }]
      : []),
    { label: t('item_hide'), icon: 'close', onSelect: () => run(hide(true), t('item_hide_done'), hide(false)) },
  ];
}

/** Where else it may go: by the composer, since no text was chosen for it at a glance. */
function otherNetworks(card: FeedCard, { preferred, compose }: MenuActs): MenuItem[] {
  if (card.url === null || card.opensAt !== null || card.kind === 'engage') return [];
  const shown = shownNetworks(card.networks, preferred);
  return [...new Set([...preferred, ...networkIds])]
    .filter((id) => !shown.includes(id) && (card.networks?.includes(id) ?? true))
    .filter((id) => id !== 'system' || 'share' in navigator)
    .map((id) => ({ label: networkName(id), network: id, onSelect: () => compose(card, id) }));
}

function snoozeItems({ id: itemId }: FeedCard, now: number, run: RunMark): MenuItem[] {
  const snooze = (snoozedUntil: number | null) => ({
    name: 'setItemMark' as const,
    input: { itemId, snoozedUntil },
  });
  return snoozeTimes(now).map(({ choice, until }) => ({
    label: t(`item_snooze_${choice}`),
    icon: 'clock',
    onSelect: () => run(snooze(until), t('item_snooze_done', formatDate(until)), snooze(null)),
  }));
}

function topicItems({ tags, followed }: FeedCard, run: RunMark): MenuItem[] {
  const set = (label: string, stance: 'followed' | 'muted' | null) => ({
    name: 'setTopic' as const,
    input: { label, stance },
  });
  return tags.slice(0, topicCount).flatMap((tag): MenuItem[] => {
    const isFollowed = tag === followed;
    const before = set(tag, isFollowed ? 'followed' : null);
    return [
      {
        label: t(isFollowed ? 'item_unfollow' : 'item_follow', tag),
        icon: isFollowed ? 'close' : 'plus',
        onSelect: () =>
          run(
            set(tag, isFollowed ? null : 'followed'),
            t(isFollowed ? 'item_unfollow_done' : 'item_follow_done', tag),
            before,
          ),
      },
      {
        label: t('item_mute', tag),
        icon: 'mute',
        onSelect: () => run(set(tag, 'muted'), t('item_mute_done', tag), before),
      },
    ];
  });
}

function saveEvent(card: FeedCard, event: NonNullable<FeedCard['event']>, now: number): void {
  const { id, title, summary, url, readUrl } = card;
  const file = calendarFile({ ...event, uid: `${id}@relais`, title, description: summary, url: url ?? readUrl }, now);
  saveFile(calendarFileName(title), 'text/calendar;charset=utf-8', file);
}
