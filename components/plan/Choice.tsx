import { useId } from 'preact/hooks';
import './plan.css';

type ChoiceProps = { name: string; label: string; checked: boolean; onChoose: () => void };

/** One of several, as a radio button with its words. */
export function Choice({ name, label, checked, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="plan-choice">
      <input type="radio" id={id} name={name} checked={checked} onChange={onChoose} />
      <label for={id}>{label}</label>
    </div>
  );
}
