import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';

const steps = ['welcome_step_invitation', 'welcome_step_name', 'welcome_step_ready'] as const;

/** Where one is in the three steps. */
export function StepList({ current }: { current: 0 | 1 | 2 }) {
  return (
    <ol class="r-list welcome-steps" aria-label={t('welcome_steps')}>
      {steps.map((step, i) => (
        <li key={step} aria-current={i === current ? 'step' : undefined} data-done={i < current || undefined}>
          <span class="welcome-step-number" aria-hidden="true">
            {i < current ? <Icon name="check" size={14} /> : i + 1}
          </span>
          {t(step)}
          {i < current && <span class="r-hidden">{t('welcome_step_done')}</span>}
        </li>
      ))}
    </ol>
  );
}
