import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './Button.css';

export type ButtonVariant = 'primary' | 'group' | 'plain' | 'quiet';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon'> & {
  variant?: ButtonVariant;
  size?: 'medium' | 'large';
  /** Takes the whole width. */
  block?: boolean;
  /** While its command runs: keeps the focus, ignores further clicks. */
  busy?: boolean;
  icon?: ComponentChildren;
};

export function Button({
  variant = 'plain',
  size = 'medium',
  block,
  busy,
  icon,
  class: extra,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const names = ['r-button', `r-button-${variant}`, `r-button-${size}`, block && 'r-button-block', extra];
  return (
    <button
      type="button"
      {...rest}
      class={names.filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon}
      {children !== undefined && <span class="r-button-label">{children}</span>}
    </button>
  );
}
