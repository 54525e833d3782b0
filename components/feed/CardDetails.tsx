import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import { formatDate, formatSpan } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import './CardDetails.css';

/** What a card of this kind says besides its title. Its place is kept from the first paint on (`keptHeight`). */
export function CardDetails({ card, now }: { card: FeedCard; now: number }) {
  const { event, job, poll } = card;
  if (card.kind === 'message') {
    return (
      <div class="item-message">
        {card.summary !== '' && <blockquote>{card.summary}</blockquote>}
        {card.author !== null && (
          <p class="item-signature">
            <strong>{card.author}</strong>
            {card.authorTitle && ` ${card.authorTitle}`}
          </p>
        )}
      </div>
    );
  }
  const href = parseWebAddress(card.readUrl ?? card.url ?? '')?.href;
  return (
    <>
      {event && (
        <p class="item-detail">
          <Icon name="calendar" size={14} />
          {[formatSpan(event.startsAt, event.endsAt), event.place].filter(Boolean).join(' · ')}
        </p>
      )}
      {job && (job.place ?? job.contract) && (
        <p class="item-detail">
          <Icon name="job" size={14} />
          {[job.place, job.contract].filter(Boolean).join(' · ')}
        </p>
      )}
      {poll && (
        <>
          <ul class="item-choices">
            {poll.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
          {href !== undefined && !(poll.closesAt !== null && poll.closesAt <= now) && (
            <a class="r-button r-button-plain item-vote" href={href} target="_blank" rel="noopener noreferrer">
              {t('item_poll_vote')}
            </a>
          )}
          {poll.closesAt !== null && (
            <p class="item-detail">
              <Icon name="clock" size={14} />
              {t(poll.closesAt <= now ? 'item_poll_closed' : 'item_poll_closes', formatDate(poll.closesAt))}
            </p>
          )}
        </>
      )}
    </>
  );
}
