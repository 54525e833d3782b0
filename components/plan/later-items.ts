import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { MessageInput } from '../../lib/messaging/protocol.ts';
import type { LaterOffer } from '../../lib/storage/queries/plans.ts';
import type { MenuItem } from '../ui/MenuList.tsx';

/** One command about a planned share, as data, so that its undoing is one too. */
export type PlanCommand =
  | { name: 'planShare'; input: MessageInput<'planShare'> }
  | { name: 'movePlan'; input: MessageInput<'movePlan'> }
  | { name: 'cancelPlan'; input: MessageInput<'cancelPlan'> };

type LaterActs = {
  run: (command: PlanCommand, words: string, undo: PlanCommand) => void;
  compose: (card: FeedCard, network: NetworkId) => void;
};

/** The times of a card's menu; any other is chosen in the composer, where its words are. */
export function laterItems(card: FeedCard, network: NetworkId, offer: LaterOffer, acts: LaterActs): MenuItem[] {
  const text = offer.draft ?? card.texts[network] ?? card.title;
  const planAt = (at: number) => {
    const said = t('plan_done_remind', formatDate(at));
    if (offer.plan !== null) {
      // Its words stay; only its time is another.
      const { id: planId, at: before } = offer.plan;
      const move = (to: number) => ({ name: 'movePlan' as const, input: { planId, at: to } });
      acts.run(move(at), t('plan_moved', formatDate(at)), move(before));
      return;
    }
    const planId = crypto.randomUUID();
    const input = { planId, itemId: card.id, network, text, at, mode: 'remind', accountId: null } as const;
    acts.run({ name: 'planShare', input }, said, { name: 'cancelPlan', input: { planId, isCancelled: true } });
  };
  return [
    {
      label: t('plan_next_slot_at', formatDate(offer.nextSlot)),
      icon: 'clock',
      onSelect: () => planAt(offer.nextSlot),
    },
    ...(offer.tomorrow === offer.nextSlot
      ? []
      : [
          {
            label: t('plan_tomorrow_at', formatDate(offer.tomorrow)),
            icon: 'calendar' as const,
            onSelect: () => planAt(offer.tomorrow),
          },
        ]),
    { label: t('plan_chosen'), icon: 'pencil', onSelect: () => acts.compose(card, network) },
  ];
}
