import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import './EmptyState.css';

type EmptyStateProps = {
  icon: IconName;
  title: string;
  action?: { label: string; onClick: () => void };
  children?: ComponentChildren;
};

/** What stands where nothing is yet: why, and the next step. */
export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div class="r-empty">
      <span class="r-empty-icon">
        <Icon name={icon} size={26} />
      </span>
      <h2>{title}</h2>
      {children !== undefined && <p class="r-empty-text">{children}</p>}
      {action && (
        <Button variant="primary" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
