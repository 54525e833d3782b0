import { plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { type PlanEntry, readDuePlans } from '../../lib/storage/queries/plans.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useNow } from '../ui/use-now.ts';
import { CopyWords } from './CopyWords.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { PlanTold } from './PlanTold.tsx';
import { type PlanActs, usePlanActs } from './use-plans.ts';
import './plan.css';

/** As many as leave the feed in sight below them; the next ones follow. */
const shownPlans = 2;

/** What was put off to now, on top of what the person sees first; nothing where nothing waits. */
export function DuePlans({ db }: { db: RelaisDb }) {
  const now = useNow();
  const plans = useLiveQuery(() => readDuePlans(db, now), [db, now]).value ?? [];
  const acts = usePlanActs();
  if (plans.length === 0 && acts.told === null) return null;
  const others = plans.length - shownPlans;
  return (
    <section class="plan-due" aria-label={plural('plan_due_title', Math.max(1, plans.length))}>
      {plans.length > 0 && <h2>{plural('plan_due_title', plans.length)}</h2>}
      <PlanTold acts={acts} />
      {plans.slice(0, shownPlans).map((plan) => (
        <Card as="article" tone="accent" class="plan-row" key={plan.id}>
          <PlanFacts plan={plan} />
          <DueActs plan={plan} acts={acts} />
        </Card>
      ))}
      {others > 0 && <p class="r-muted">{plural('plan_queue_more', others)}</p>}
    </section>
  );
}

function DueActs({ plan, acts }: { plan: PlanEntry; acts: PlanActs }) {
  const isOver = plan.item === 'left' || plan.item === 'expired';
  return (
    <div class="r-row r-wrap">
      {isOver ? (
        <CopyWords plan={plan} />
      ) : (
        <>
          <Button variant="primary" aria-label={t('plan_open_of', plan.title)} onClick={() => acts.open(plan)}>
            {t('plan_open')}
          </Button>
          <Button aria-label={t('plan_snooze_of', plan.title)} onClick={() => acts.move(plan, null)}>
            {t('plan_snooze')}
          </Button>
        </>
      )}
      <Button variant="quiet" aria-label={t('plan_let_go_of', plan.title)} onClick={() => acts.cancel(plan)}>
        {t('plan_let_go')}
      </Button>
    </div>
  );
}
