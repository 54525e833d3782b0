import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { PlanEntry } from '../../lib/storage/queries/plans.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';

/** The way out for words whose item is gone. */
export function CopyWords({ plan }: { plan: PlanEntry }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(plan.text).then(
      () => setSaid(t('plan_copied')),
      () => setSaid(errorText('clipboard_refused')),
    );
  return (
    <>
      <Button icon={<Icon name="copy" size={16} />} aria-label={t('plan_copy_of', plan.title)} onClick={copy}>
        {t('plan_copy')}
      </Button>
      <span class="r-muted" role="status">
        {said}
      </span>
    </>
  );
}
