import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import './Notice.css';

export type NoticeKind = 'info' | 'ok' | 'warning' | 'failed';

const icons: Record<NoticeKind, IconName> = { info: 'info', ok: 'check', warning: 'warning', failed: 'warning' };

type NoticeProps = {
  kind?: NoticeKind;
  icon?: IconName;
  action?: { label: string; onClick: () => void; busy?: boolean };
  onDismiss?: () => void;
  children: ComponentChildren;
};

/** A sentence about what just happened, or what stands in the way, with at most one next step. */
export function Notice({ kind = 'info', icon, action, onDismiss, children }: NoticeProps) {
  return (
    <div
      class={`r-notice r-notice-${kind}${action ? ' r-notice-acting' : ''}`}
      role={kind === 'failed' ? 'alert' : 'status'}
    >
      <Icon name={icon ?? icons[kind]} />
      <div class="r-notice-body">
        <div>{children}</div>
        {action && (
          <Button busy={action.busy} onClick={action.onClick}>
            {action.label}
          </Button>
        )}
      </div>
      {onDismiss && (
        <IconButton label={t('ui_dismiss')} onClick={onDismiss}>
          <Icon name="close" size={16} />
        </IconButton>
      )}
    </div>
  );
}
