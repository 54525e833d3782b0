import type { Ref } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type Completing, complete, completionAt, completionsOf } from '../../lib/domain/complete-text.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { caretPlace } from './caret-place.ts';
import { replaceRange } from './replace-range.ts';
import './PostField.css';

type PostFieldProps = {
  value: string;
  onInput: (text: string) => void;
  error: string | null;
  /** Hashtags and mentions worth offering, signs included. */
  candidates: string[];
  areaRef: { current: HTMLTextAreaElement | null };
};

type Open = { at: Completing; options: string[]; place: { top: number; left: number } };

/**
 * The text, with hashtags and mentions completed below their line. The list takes no key until the
 * down arrow goes into it: Enter stays a new line, Tab leaves the field.
 */
export function PostField({ value, onInput, error, candidates, areaRef }: PostFieldProps) {
  const id = useId();
  const [open, setOpen] = useState<Open | null>(null);
  const [active, setActive] = useState(-1);
  /** Where Escape closed the list: it stays closed for that word. */
  const closedAt = useRef<number | null>(null);

  const close = () => {
    setOpen(null);
    setActive(-1);
  };
  const look = () => {
    const area = areaRef.current;
    if (area === null || area.selectionStart !== area.selectionEnd) return close();
    const at = completionAt(area.value, area.selectionStart);
    if (at === null || at.start !== closedAt.current) closedAt.current = null;
    const options = at === null || closedAt.current !== null ? [] : completionsOf(candidates, at);
    if (at === null || options.length === 0) return close();
    if (open?.at.start !== at.start || open.at.query !== at.query) setActive(-1);
    setOpen({ at, options, place: caretPlace(area, at.start) });
  };
  const choose = (option: string) => {
    const area = areaRef.current;
    if (area === null || open === null) return;
    const { start, end } = open.at;
    const { text, caret } = complete(area.value, open.at, option);
    const written = text.slice(start, text.length - (area.value.length - end));
    replaceRange(area, start, end, written);
    area.setSelectionRange(caret, caret);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (open === null || event.isComposing) return;
    const { options } = open;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !(active < 0 && step < 0)) {
      event.preventDefault();
      setActive(Math.max(-1, Math.min(options.length - 1, active + step)));
      return;
    }
    if (event.key === 'Escape') {
      // The list closes, the composer stays.
      event.preventDefault();
      event.stopPropagation();
      closedAt.current = open.at.start;
      close();
    }
    const option = options[active];
    if (event.key === 'Enter' && option !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      choose(option);
    }
  };
  return (
    <div class="r-field post-field">
      <label class="r-hidden" for={id}>
        {t('composer_text')}
      </label>
      <textarea
        id={id}
        class="r-input"
        rows={7}
        dir="auto"
        ref={areaRef as Ref<HTMLTextAreaElement>}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open === null ? undefined : `${id}-list`}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        onInput={(event) => {
          onInput(event.currentTarget.value);
          look();
        }}
        onClick={look}
        onKeyUp={(event) => {
          if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) look();
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        onScroll={close}
      />
      {open !== null && (
        <div
          class="post-completions"
          ref={seen}
          role="listbox"
          id={`${id}-list`}
          aria-label={t('composer_completions')}
          style={{ top: `${open.place.top}px`, left: `min(${open.place.left}px, 100% - 180px)` }}
        >
          {open.options.map((option, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text -- aria-activedescendant names the option
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text area's
            <div
              key={option}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              // A press must not take the focus out of the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <bdi>{option}</bdi>
            </div>
          ))}
        </div>
      )}
      <p class="r-hidden" role="status">
        {open !== null && plural('composer_completions', open.options.length)}
      </p>
      {error && (
        <p class="r-field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={16} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** Below the last line the list may lie behind the footer. */
function seen(list: HTMLElement | null): void {
  // Absent where nothing is laid out, as in a test.
  list?.scrollIntoView?.({ block: 'nearest' });
}
