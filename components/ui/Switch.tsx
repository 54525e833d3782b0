import { useId } from 'preact/hooks';
import './Switch.css';

type ToggleProps = {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** Something that is on or off at once. */
export function Switch(props: ToggleProps) {
  return <Toggle {...props} kind="switch" />;
}

/** A choice among others, or one that waits for a button. */
export function Checkbox(props: ToggleProps) {
  return <Toggle {...props} kind="checkbox" />;
}

function Toggle({ label, hint, checked, onChange, disabled, kind }: ToggleProps & { kind: 'switch' | 'checkbox' }) {
  const id = useId();
  return (
    <div class={`r-toggle r-toggle-${kind}`}>
      <input
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div class="r-grow">
        <label for={id}>{label}</label>
        {hint && (
          <p class="r-muted" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
