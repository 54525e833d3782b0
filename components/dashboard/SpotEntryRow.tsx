import type { Delivery } from '../../lib/domain/spot.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { SpotEntry } from '../../lib/storage/queries/journal.ts';
import { deliveryWords, needsReason } from '../spot/delivery-words.ts';
import { Button } from '../ui/Button.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useOnline } from '../ui/use-online.ts';
import { EntryTitle } from './EntryTitle.tsx';
import { EraseEntry } from './EraseEntry.tsx';
import { OwnWords } from './OwnWords.tsx';

const tones: Record<Delivery['state'], ChipTone> = {
  queued: 'plain',
  delivered: 'ok',
  parked: 'warning',
  undoing: 'plain',
  undone: 'plain',
};

type SpotEntryRowProps = {
  spot: SpotEntry;
  /** The connections that are still there. */
  connected: ReadonlySet<string>;
  onErased: () => void;
};

/** One spot: where it stands in each group, and what can still be done about it. */
export function SpotEntryRow({ spot, connected, onErased }: SpotEntryRowProps) {
  const command = useCommand();
  const canUndo = spot.deliveries.some(
    ({ state, connectionId }) => (state === 'queued' || state === 'delivered') && connected.has(connectionId),
  );
  return (
    <li class="dashboard-entry">
      <span class="dashboard-entry-mark dashboard-entry-mark-spot">
        <Icon name="spot" size={16} />
      </span>
      <div class="dashboard-entry-text">
        <EntryTitle title={spot.page.title} url={spot.page.url} at={spot.createdAt} what={t('journal_spot')} />
        <OwnWords text={spot.comment} />
        <ul class="r-list dashboard-deliveries">
          {spot.deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
        <div class="dashboard-acts">
          {canUndo && (
            <Confirm
              variant="quiet"
              icon={<Icon name="undo" size={16} />}
              label={t('journal_undo')}
              question={t('journal_undo_question')}
              yes={t('journal_undo_yes')}
              no={t('journal_undo_no')}
              busy={command.busy !== null}
              onYes={() => void command.run('undoSpot', { spotId: spot.id })}
            />
          )}
          <EraseEntry
            table="spot"
            id={spot.id}
            title={spot.page.title}
            takeBack={canUndo ? t('journal_erase_groups') : null}
            onErased={onErased}
          />
        </div>
        {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      </div>
    </li>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const command = useCommand();
  const online = useOnline();
  const { id: deliveryId, groupName, state, failure } = delivery;
  return (
    <li>
      <div class="r-row r-wrap">
        <span>{groupName}</span>
        <Chip tone={tones[state]}>{deliveryWords(delivery, online)}</Chip>
        {state === 'parked' && (
          <>
            <Button busy={command.busy !== null} onClick={() => void command.run('retryDelivery', { deliveryId })}>
              {t('journal_retry')}
            </Button>
            <Button
              variant="quiet"
              busy={command.busy !== null}
              onClick={() => void command.run('discardDelivery', { deliveryId })}
            >
              {t('journal_discard')}
            </Button>
          </>
        )}
      </div>
      {needsReason(delivery, online) && failure !== null && <p class="r-muted">{errorText(failure.code)}</p>}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </li>
  );
}
