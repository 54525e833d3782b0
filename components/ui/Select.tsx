import { useId } from 'preact/hooks';
import './Field.css';

type SelectProps<V extends string | number> = {
  label: string;
  value: V;
  /** Value and words, in order. */
  options: [V, string][];
  onChange: (value: V) => void;
};

/** One of a few, by the browser's own list. */
export function Select<V extends string | number>({ label, value, options, onChange }: SelectProps<V>) {
  const id = useId();
  return (
    <div class="r-field">
      <label class="r-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="r-input"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([known, words]) => (
          <option key={known} value={known}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
