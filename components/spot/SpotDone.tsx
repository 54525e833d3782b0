import { useEffect, useRef, useState } from 'preact/hooks';
import type { Delivery } from '../../lib/domain/spot.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import type { SpotEntry } from '../../lib/storage/queries/journal.ts';
import { readSpot } from '../../lib/storage/queries/spot-window.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useOnline } from '../ui/use-online.ts';
import { deliveryWords, needsReason, type SpotOutcome, spotOutcome } from './delivery-words.ts';

const icons: Record<Delivery['state'], IconName> = {
  queued: 'clock',
  delivered: 'check',
  parked: 'warning',
  undoing: 'clock',
  undone: 'undo',
};

function titleOf(outcome: SpotOutcome, count: number): string {
  if (outcome === 'undone') return t('spot_done_undone');
  return plural(`spot_done_${outcome}`, count);
}

const bodies = {
  sending: 'spot_done_queued_body',
  delivered: 'spot_done_delivered_body',
  failed: 'spot_done_failed_body',
  undone: 'spot_done_undone_body',
} as const;

/** Whether someone is busy with this window: pointing into it since it changed, or on one of its controls. */
function useEngaged() {
  const [pointing, setPointing] = useState(false);
  const [focused, setFocused] = useState(false);
  const restedAt = useRef<string | null>(null);
  return {
    engaged: pointing || focused,
    handlers: {
      // The pointer still rests where it clicked "Spot": only a move is a sign of interest.
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const place = `${clientX},${clientY}`;
        if (restedAt.current !== null && restedAt.current !== place) setPointing(true);
        restedAt.current ??= place;
      },
      onPointerLeave: () => setPointing(false),
      onFocusIn: ({ target }: FocusEvent) => setFocused(target instanceof HTMLButtonElement),
      onFocusOut: () => setFocused(false),
    },
  };
}

type SpotDoneProps = {
  db: RelaisDb;
  spotId: string;
  undoWindowMs: number;
  onOpenJournal: () => void;
  onClose: () => void;
};

/** What became of the spot, live, group by group; for a few seconds it can be undone as a whole. */
export function SpotDone({ db, spotId, undoWindowMs, onOpenJournal, onClose }: SpotDoneProps) {
  const spot = useLiveQuery(() => readSpot(db, spotId), [db, spotId]);
  const undo = useCommand();
  const online = useOnline();
  const [undoOpen, setUndoOpen] = useState(true);
  const { engaged, handlers } = useEngaged();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const deliveries: SpotEntry['deliveries'] = spot.value?.deliveries ?? [];
  const { outcome, count } = spotOutcome(deliveries);
  const known = deliveries.length > 0;
  const settled = known && outcome === 'delivered';

  useEffect(() => {
    const timer = setTimeout(() => setUndoOpen(false), undoWindowMs);
    return () => clearTimeout(timer);
  }, [undoWindowMs]);
  useEffect(() => {
    if (known) headingRef.current?.focus();
  }, [known]);
  useEffect(() => {
    if (settled && !undoOpen && !engaged) onClose();
  }, [settled, undoOpen, engaged, onClose]);

  if (!known) return <div class="spot-body" aria-busy="true" />;
  return (
    <div class="spot-done" {...handlers}>
      <div class="spot-body">
        <div class="spot-done-head" data-outcome={outcome} role="status">
          <h2 ref={headingRef} tabIndex={-1}>
            {titleOf(outcome, count)}
          </h2>
          <p>{t(bodies[outcome])}</p>
        </div>
        <ul class="r-list spot-deliveries" aria-label={t('spot_done_groups')}>
          {deliveries.map((delivery) => (
            <li key={delivery.id} data-state={delivery.state}>
              <Icon name={icons[delivery.state]} />
              <span class="spot-group-text">
                <span class="spot-group-name">{delivery.groupName}</span>
                <span class="spot-group-detail">{deliveryWords(delivery, online)}</span>
                {needsReason(delivery, online) && delivery.failure !== null && (
                  <span class="spot-group-detail">{errorText(delivery.failure.code)}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
        {undo.failed !== null && <Notice kind="failed">{errorText(undo.failed)}</Notice>}
      </div>
      <footer class="spot-footer">
        {outcome === 'failed' && (
          <Button size="large" block onClick={onOpenJournal}>
            {t('spot_open_journal')}
          </Button>
        )}
        <div class="spot-footer-row">
          {undoOpen && outcome !== 'undone' && (
            <div class="spot-undo">
              <Button size="large" block busy={undo.busy !== null} onClick={() => undo.run('undoSpot', { spotId })}>
                {t('spot_undo')}
              </Button>
              {/* How long is left is shown, not counted down: there is nothing to hurry for. */}
              <div class="spot-undo-bar" style={{ animationDuration: `${undoWindowMs}ms` }} aria-hidden="true" />
            </div>
          )}
          <Button size="large" onClick={onClose}>
            {t('spot_close')}
          </Button>
        </div>
      </footer>
    </div>
  );
}
