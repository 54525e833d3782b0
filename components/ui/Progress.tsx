import './Progress.css';

type ProgressProps = { label: string; value: number; max: number };

/** A bar towards a goal; its label says the figures in words. */
export function Progress({ label, value, max }: ProgressProps) {
  return <progress class="r-progress" aria-label={label} value={Math.min(value, max)} max={max} />;
}
