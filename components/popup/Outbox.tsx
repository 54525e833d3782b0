import type { Delivery } from '../../lib/domain/spot.ts';
import { t } from '../../lib/i18n/messages.ts';
import { deliveryWords } from '../spot/delivery-words.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Command } from '../ui/use-command.ts';
import { useOnline } from '../ui/use-online.ts';
import './RelayTab.css';

export type OutboxEntry = { delivery: Delivery; title: string };

/** Spots that have not settled: waiting, or refused and kept until the employee says what to do. */
export function Outbox({ entries, command }: { entries: OutboxEntry[]; command: Command }) {
  const online = useOnline();
  if (entries.length === 0) return null;
  return (
    <section class="r-stack" aria-labelledby="relay-outbox">
      <h2 id="relay-outbox">{t('relay_outbox_title')}</h2>
      <ul class="r-list r-stack">
        {entries.map(({ delivery, title }) => (
          <Card as="li" class="relay-row" key={delivery.id}>
            <p class="relay-title">{title}</p>
            <p class="r-muted r-row">
              <Icon name={delivery.state === 'parked' ? 'warning' : 'clock'} size={14} />
              {delivery.groupName} · {deliveryWords(delivery, online)}
            </p>
            {delivery.failure && <p class="r-muted">{errorText(delivery.failure.code)}</p>}
            {delivery.state !== 'undoing' && (
              <div class="r-row r-wrap">
                <Button
                  variant="group"
                  aria-label={t('relay_retry_of', title, delivery.groupName)}
                  onClick={() => command.run('retryDelivery', { deliveryId: delivery.id })}
                >
                  {t('action_retry')}
                </Button>
                <Button
                  aria-label={t('relay_discard_of', title, delivery.groupName)}
                  onClick={() => command.run('discardDelivery', { deliveryId: delivery.id })}
                >
                  {t('journal_discard')}
                </Button>
              </div>
            )}
          </Card>
        ))}
      </ul>
    </section>
  );
}
