import { t } from '../../lib/i18n/messages.ts';
import './Spinner.css';

/** Something is on its way; `label` says what, for screen readers. */
export function Spinner({ label }: { label?: string }) {
  return (
    <span class="r-spinner" role="status">
      <span class="r-hidden">{label ?? t('ui_loading')}</span>
    </span>
  );
}

/** The place of cards to come, drawn while the first answer is awaited. */
export function Skeleton({ count = 3 }: { count?: number }) {
  return (
    <div class="r-skeleton" role="status">
      <span class="r-hidden">{t('ui_loading')}</span>
      {Array.from({ length: count }, (_, i) => (
        <div class="r-skeleton-card" key={i} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
