import type { ComponentChildren, HTMLAttributes } from 'preact';
import './Card.css';

type CardProps = HTMLAttributes<HTMLDivElement> & {
  as?: 'div' | 'article' | 'section' | 'li';
  tone?: 'plain' | 'accent' | 'group';
  children: ComponentChildren;
};

export function Card({ as = 'div', tone = 'plain', class: extra, children, ...rest }: CardProps) {
  // One element type stands for the four, which take the same attributes here.
  const Element = as as 'div';
  const names = ['r-card', tone !== 'plain' && `r-card-${tone}`, extra];
  return (
    <Element {...rest} class={names.filter(Boolean).join(' ')}>
      {children}
    </Element>
  );
}
