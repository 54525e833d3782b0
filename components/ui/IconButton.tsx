import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './IconButton.css';

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'label' | 'icon'> & {
  /** What it does, for the tooltip and for screen readers. */
  label: string;
  outlined?: boolean;
  children: ComponentChildren;
};

/** A square button that shows an icon only. */
export function IconButton({ label, outlined, class: extra, children, ...rest }: IconButtonProps) {
  const names = ['r-icon-button', outlined && 'r-icon-button-outlined', extra];
  return (
    <button type="button" {...rest} class={names.filter(Boolean).join(' ')} aria-label={label} title={label}>
      {children}
    </button>
  );
}
