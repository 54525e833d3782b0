import { useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { type PlanEntry, readPlanned } from '../../lib/storage/queries/plans.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useNow } from '../ui/use-now.ts';
import { CopyWords } from './CopyWords.tsx';
import { MomentFields } from './MomentFields.tsx';
import { fromMoment, toMoment } from './moment.ts';
import { PlanFacts } from './PlanFacts.tsx';
import { PlanTold } from './PlanTold.tsx';
import { type PlanActs, usePlanActs } from './use-plans.ts';
import './plan.css';

type PlanListProps = {
  db: RelaisDb;
  /** The first ones only, without an empty state: one section among others. */
  limit?: number;
  /** Where all of them are. */
  onAll?: () => void;
};

/** The personal queue, the next share first: its time, its words, and the way out with its way back. */
export function PlanList({ db, limit, onAll }: PlanListProps) {
  const now = useNow();
  const planned = useLiveQuery(() => readPlanned(db, now), [db, now]);
  const acts = usePlanActs();
  if (planned.value === undefined) {
    return planned.state === 'failed' ? <Notice kind="failed">{errorText(planned.code)}</Notice> : <Skeleton />;
  }
  const plans = planned.value;
  const shown = plans.slice(0, limit);
  if (plans.length === 0 && limit !== undefined && acts.told === null) return null;
  return (
    <section class="plan-list" aria-label={t('plan_queue')}>
      <h2 class="r-row">
        <span>{t('plan_queue')}</span>
        {plans.length > 0 && <span class="r-muted">{plural('plan_queue_count', plans.length)}</span>}
      </h2>
      <PlanTold acts={acts} />
      {plans.length === 0 && limit === undefined && (
        <Card>
          <EmptyState icon="clock" title={t('plan_queue_empty_title')}>
            {t('plan_queue_empty')}
          </EmptyState>
        </Card>
      )}
      {plans.length > 0 && (
        <ul class="r-list r-stack">
          {shown.map((plan) => (
            <PlanRow key={plan.id} plan={plan} now={now} acts={acts} />
          ))}
        </ul>
      )}
      {onAll && plans.length > 0 && (
        <Button variant="quiet" onClick={onAll}>
          {t('plan_all')}
        </Button>
      )}
    </section>
  );
}

function PlanRow({ plan, now, acts }: { plan: PlanEntry; now: number; acts: PlanActs }) {
  const [isMoving, setMoving] = useState(false);
  const isOver = plan.item === 'left' || plan.item === 'expired';
  return (
    <Card as="li" class="plan-row">
      <PlanFacts plan={plan} />
      {isMoving ? (
        <MoveForm plan={plan} now={now} acts={acts} onClose={() => setMoving(false)} />
      ) : (
        <div class="r-row r-wrap">
          <Button
            icon={<Icon name="clock" size={16} />}
            aria-label={t('plan_move_of', plan.title)}
            onClick={() => setMoving(true)}
          >
            {t('plan_move')}
          </Button>
          {isOver ? (
            <CopyWords plan={plan} />
          ) : (
            <Button
              icon={<Icon name="pencil" size={16} />}
              aria-label={t('plan_edit_of', plan.title)}
              onClick={() => acts.open(plan)}
            >
              {t('plan_edit')}
            </Button>
          )}
          <Button variant="quiet" aria-label={t('plan_cancel_of', plan.title)} onClick={() => acts.cancel(plan)}>
            {t('plan_cancel')}
          </Button>
        </div>
      )}
    </Card>
  );
}

type MoveFormProps = { plan: PlanEntry; now: number; acts: PlanActs; onClose: () => void };

function MoveForm({ plan, now, acts, onClose }: MoveFormProps) {
  const [moment, setMoment] = useState(() => toMoment(plan.at));
  const at = fromMoment(moment);
  const isPast = at === null || at <= now;
  const move = async (to: number | null) => {
    if (await acts.move(plan, to)) onClose();
  };
  return (
    <form
      class="plan-row"
      aria-label={t('plan_move_of', plan.title)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPast) void move(at);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <MomentFields value={moment} now={now} isPast={isPast} onChange={setMoment} />
      <div class="r-row r-wrap">
        <Button type="submit" variant="primary" disabled={isPast}>
          {t('plan_move_save')}
        </Button>
        <Button onClick={() => move(null)}>{t('plan_snooze')}</Button>
        <Button variant="quiet" onClick={onClose}>
          {t('plan_back')}
        </Button>
      </div>
    </form>
  );
}
