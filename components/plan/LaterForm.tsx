import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Account } from '../../lib/domain/account.ts';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { LaterOffer } from '../../lib/storage/queries/plans.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Choice } from './Choice.tsx';
import { MomentFields } from './MomentFields.tsx';
import { fromMoment, toMoment } from './moment.ts';

export type Later = { at: number | null; account: Account | null };

type LaterFormProps = {
  offer: LaterOffer;
  now: number;
  /** Those that could post by themselves then; empty where a person must. */
  accounts: Account[];
  busy: boolean;
  onPlan: (later: Later) => void;
  onClose: () => void;
};

/** When, and what happens then: three ways to say a time, none of them needs typing. */
export function LaterForm({ offer, now, accounts, busy, onPlan, onClose }: LaterFormProps) {
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const [when, setWhen] = useState<'slot' | 'tomorrow' | 'chosen'>('slot');
  const [moment, setMoment] = useState(() => toMoment(offer.plan?.at ?? offer.nextSlot));
  const [account, setAccount] = useState<Account | null>(
    () => accounts.find(({ id: known }) => known === offer.plan?.accountId) ?? null,
  );
  useEffect(() => box.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const chosen = fromMoment(moment);
  const isPast = when === 'chosen' && (chosen === null || chosen <= now);
  const at = when === 'slot' ? null : when === 'tomorrow' ? offer.tomorrow : chosen;
  return (
    <form
      class="plan-later"
      ref={box}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPast && !busy) onPlan({ at, account });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The form closes, not the composer around it.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 id={`${id}-title`}>{t('plan_later_title')}</h2>
      {offer.plan && <Notice icon="clock">{t('plan_known', formatDate(offer.plan.at))}</Notice>}
      <fieldset>
        <legend class="r-hidden">{t('plan_later_title')}</legend>
        <Choice
          name={`${id}-when`}
          label={t('plan_next_slot_at', formatDate(offer.nextSlot))}
          checked={when === 'slot'}
          onChoose={() => setWhen('slot')}
        />
        {offer.tomorrow !== offer.nextSlot && (
          <Choice
            name={`${id}-when`}
            label={t('plan_tomorrow_at', formatDate(offer.tomorrow))}
            checked={when === 'tomorrow'}
            onChoose={() => setWhen('tomorrow')}
          />
        )}
        <Choice
          name={`${id}-when`}
          label={t('plan_chosen')}
          checked={when === 'chosen'}
          onChoose={() => setWhen('chosen')}
        />
      </fieldset>
      {when === 'chosen' && <MomentFields value={moment} now={now} isPast={isPast} onChange={setMoment} />}
      {accounts.length > 0 && (
        <fieldset>
          <legend class="r-label">{t('plan_mode_title')}</legend>
          <Choice
            name={`${id}-mode`}
            label={t('plan_mode_remind')}
            checked={account === null}
            onChoose={() => setAccount(null)}
          />
          {accounts.map((one) => (
            <Choice
              key={one.id}
              name={`${id}-mode`}
              label={t('plan_mode_post', `@${one.handle}`)}
              checked={account?.id === one.id}
              onChoose={() => setAccount(one)}
            />
          ))}
        </fieldset>
      )}
      <div class="r-row r-wrap">
        <Button type="submit" variant="primary" busy={busy} disabled={isPast}>
          {t(offer.plan ? 'plan_save_again' : 'plan_save')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('plan_back')}
        </Button>
      </div>
    </form>
  );
}
