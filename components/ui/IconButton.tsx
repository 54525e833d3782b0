import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import './IconButton.css';

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'label' | 'icon'> & {
  /** What it does, for screen readers, and for the tooltip unless `title` is shorter. */
  label: string;
  outlined?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
};

/** A square button that shows an icon only. */
export function IconButton({
  label,
  title = label,
  outlined,
  buttonRef,
  class: extra,
  children,
  ...rest
}: IconButtonProps) {
  const names = ['r-icon-button', outlined && 'r-icon-button-outlined', extra];
  return (
    <button
      ref={buttonRef}
      type="button"
      {...rest}
      class={names.filter(Boolean).join(' ')}
      aria-label={label}
      title={title}
    >
      {children}
    </button>
  );
}
