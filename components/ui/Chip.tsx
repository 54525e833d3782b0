import type { ComponentChildren } from 'preact';
import './Chip.css';

export type ChipTone = 'plain' | 'accent' | 'group' | 'ok' | 'warning';

type ChipProps = { tone?: ChipTone; title?: string; children: ComponentChildren };

/** A small fact beside a title. */
export function Chip({ tone = 'plain', title, children }: ChipProps) {
  return (
    <span class={`r-chip r-chip-${tone}`} title={title}>
      {children}
    </span>
  );
}

type ChipButtonProps = {
  pressed: boolean;
  onClick: () => void;
  /** When the chip shows an icon only. */
  label?: string;
  children: ComponentChildren;
};

/** A chip one presses: a filter, a tone, a network. Put several in a labelled group. */
export function ChipButton({ pressed, onClick, label, children }: ChipButtonProps) {
  return (
    <button
      type="button"
      class="r-chip r-chip-button"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
