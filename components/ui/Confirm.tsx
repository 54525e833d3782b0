import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, type ButtonVariant } from './Button.tsx';
import './Confirm.css';

type ConfirmProps = {
  label: string;
  /** The button's name where several alike stand on one page. */
  fullLabel?: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  /** Another way to say yes, which does more. */
  second?: { label: string; onYes: () => void } | undefined;
  busy?: boolean;
  variant?: ButtonVariant;
  icon?: ComponentChildren;
};

/**
 * A button whose deed is asked about in its place, once: nothing covers the page, and Escape or the
 * second button leaves all as it was.
 */
export function Confirm({
  label,
  fullLabel,
  question,
  yes,
  no,
  onYes,
  second,
  busy,
  variant = 'plain',
  icon,
}: ConfirmProps) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  useLayoutEffect(() => {
    // The focus goes where the button was: first to the harmless answer, then back to the button.
    if (asking) box.current?.querySelector<HTMLElement>('[data-no]')?.focus();
    else if (wasAsking.current) box.current?.querySelector<HTMLElement>('button')?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <div class="r-confirm" ref={box}>
        <Button variant={variant} icon={icon} busy={busy} aria-label={fullLabel} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields -- this groups a question and its two answers
    <div
      class="r-confirm r-confirm-asking"
      ref={box}
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <p id={id}>{question}</p>
      <div class="r-row r-wrap">
        <Button
          variant="primary"
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </Button>
        {second !== undefined && (
          <Button
            onClick={() => {
              setAsking(false);
              second.onYes();
            }}
          >
            {second.label}
          </Button>
        )}
        <Button data-no onClick={() => setAsking(false)}>
          {no}
        </Button>
      </div>
    </div>
  );
}
