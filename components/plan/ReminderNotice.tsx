import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';

export type NotificationAccess = {
  canNotify: () => Promise<boolean>;
  /** Asks the browser; called first in a click, because after an `await` the click no longer counts. */
  requestNotifications: () => Promise<boolean>;
};

/** Offers notifications where none are allowed yet; says nothing where they are. */
export function ReminderNotice({ canNotify, requestNotifications }: NotificationAccess) {
  const [state, setState] = useState<'unknown' | 'allowed' | 'not_yet' | 'refused'>('unknown');
  useEffect(() => {
    let wanted = true;
    canNotify().then(
      (allowed) => wanted && setState(allowed ? 'allowed' : 'not_yet'),
      () => undefined, // A browser that cannot say has no notification to offer.
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (state === 'refused') return <Notice kind="warning">{t('plan_notify_refused')}</Notice>;
  if (state !== 'not_yet') return null;
  const ask = () =>
    requestNotifications().then(
      (allowed) => setState(allowed ? 'allowed' : 'refused'),
      () => setState('refused'),
    );
  return (
    <div class="r-row r-wrap">
      <Button icon={<Icon name="clock" size={16} />} onClick={ask}>
        {t('plan_notify')}
      </Button>
      <span class="r-muted">{t('plan_notify_hint')}</span>
    </div>
  );
}
