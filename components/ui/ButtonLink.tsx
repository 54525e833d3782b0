import type { ComponentChildren } from 'preact';
import type { ButtonVariant } from './Button.tsx';
import './Button.css';

type ButtonLinkProps = {
  href: string;
  variant?: ButtonVariant;
  size?: 'medium' | 'large';
  icon?: ComponentChildren;
  children: ComponentChildren;
  'data-main'?: boolean;
};

/** A link that looks like a button: it leads to another page of Relais, and is opened as links are. */
export function ButtonLink({ href, variant = 'plain', size = 'medium', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <a class={`r-button r-button-${variant} r-button-${size}`} href={href} {...rest}>
      {icon}
      <span class="r-button-label">{children}</span>
    </a>
  );
}
