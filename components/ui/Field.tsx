import type { Ref } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import './Field.css';

type FieldProps = {
  label: string;
  /** Keeps the label for screen readers only, where the place already says it. */
  labelHidden?: boolean;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  error?: string | null;
  /** A text area of that many rows; absent makes a single line. */
  rows?: number;
  type?: 'text' | 'url' | 'search' | 'password';
  name?: string;
  placeholder?: string;
  maxLength?: number;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  autoComplete?: 'off' | 'name' | 'nickname' | 'url';
  spellcheck?: boolean;
  lang?: string;
  /** Puts the focus here when the field appears. */
  focused?: boolean;
  inputRef?: Ref<HTMLInputElement | HTMLTextAreaElement>;
};

/** A labelled line or text area; hint and error are read with it. */
export function Field({
  label,
  labelHidden,
  value,
  onInput,
  hint,
  error,
  rows,
  focused,
  inputRef,
  type = 'text',
  ...rest
}: FieldProps) {
  const id = useId();
  useLayoutEffect(() => {
    // The `autofocus` attribute is obeyed once per document only.
    if (focused) document.getElementById(id)?.focus();
  }, [id, focused]);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    ...rest,
    id,
    class: 'r-input',
    value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': notes || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="r-field">
      <label class={labelHidden ? 'r-hidden' : 'r-label'} for={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input {...shared} type={type as 'text'} ref={inputRef as Ref<HTMLInputElement>} />
      ) : (
        <textarea {...shared} rows={rows} ref={inputRef as Ref<HTMLTextAreaElement>} />
      )}
      {hint && (
        <p class="r-muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="r-field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={16} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
