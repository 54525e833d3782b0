import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import type { MessageOutput } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';

type ImportReviewProps = {
  outcome: MessageOutput<'importJournal'>;
  busy: boolean;
  onAdd: () => void;
  onClose: () => void;
};

/** What a file would add, before any of it is written. */
export function ImportReview({ outcome, busy, onAdd, onClose }: ImportReviewProps) {
  const { added, known, refused, refusals } = outcome;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="dashboard-import">
      <h3 ref={heading} tabIndex={-1}>
        {t('journal_import_review')}
      </h3>
      <ul class="r-list">
        <li>{plural('journal_import_new', added)}</li>
        {known > 0 && <li>{plural('journal_import_known', known)}</li>}
        {refused > 0 && (
          <li>
            {plural('journal_import_refused', refused)}
            <ul class="r-muted">
              {refusals.map(({ row, field }) => (
                <li key={row}>{t('journal_import_refusal', formatNumber(row), field)}</li>
              ))}
              {refused > refusals.length && <li>{plural('journal_import_more', refused - refusals.length)}</li>}
            </ul>
          </li>
        )}
      </ul>
      <div class="r-row r-wrap">
        {added > 0 && (
          <Button variant="primary" busy={busy} onClick={onAdd}>
            {plural('journal_import_yes', added)}
          </Button>
        )}
        <Button onClick={onClose}>{t(added > 0 ? 'journal_import_no' : 'journal_import_close')}</Button>
      </div>
    </div>
  );
}
