import './Mark.css';

/** Relais' own sign: a baton leaving the hand. Decoration; the page's title names the product. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg class="r-mark" viewBox="0 0 26 26" width={size} height={size} aria-hidden="true" focusable="false">
      <rect class="r-mark-ground" width="26" height="26" rx="8" />
      <circle class="r-mark-sign" cx="9" cy="17" r="3.2" />
      <rect class="r-mark-sign" x="9" y="8.8" width="12.4" height="4.4" rx="2.2" transform="rotate(-38 15.2 11)" />
    </svg>
  );
}
