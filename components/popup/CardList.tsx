import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import type { FeedActs } from './feed-acts.ts';
import { ItemCard } from './ItemCard.tsx';

export type CardListProps = { label: string; cards: FeedCard[]; preferred: NetworkId[]; now: number; acts: FeedActs };

export function CardList({ label, cards, ...rest }: CardListProps) {
  return (
    <ul class="r-list feed-list" aria-label={label}>
      {cards.map((card) => (
        <li key={card.id}>
          <ItemCard {...rest} card={card} />
        </li>
      ))}
    </ul>
  );
}
