import { useRef, useState } from 'preact/hooks';
import { toLocalDay } from '../../lib/domain/calendar.ts';
import { type MessageKey, plural, t } from '../../lib/i18n/messages.ts';
import type { MessageOutput } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useCommand } from '../ui/use-command.ts';
import { ImportReview } from './ImportReview.tsx';

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;
const fileLimitBytes = 30_000_000;

/** The journal as a file, out and in; nothing comes in before its person saw what would. */
export function JournalFiles({ now }: { now: () => number }) {
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const [review, setReview] = useState<{ content: string; outcome: MessageOutput<'importJournal'> } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLDivElement>(null);
  const command = useCommand();
  const start = () => {
    setDone(null);
    setProblem(null);
    setReview(null);
    command.clear();
  };
  const exportAs = async (format: 'csv' | 'json') => {
    start();
    const exported = await command.run('exportJournal', { format });
    if (exported === undefined) return;
    const name = `relais-journal-${toLocalDay(now())}.${format}`;
    saveFile(name, types[format], exported.content);
    setDone(plural('journal_exported', exported.count, name));
  };
  const read = async (file: File | undefined) => {
    start();
    if (file === undefined) return;
    if (file.size > fileLimitBytes) {
      setProblem('journal_import_too_large');
      return;
    }
    const content = await file.text();
    const outcome = await command.run('importJournal', { content, apply: false });
    if (outcome !== undefined) setReview({ content, outcome });
  };
  const close = () => {
    setReview(null);
    opener.current?.querySelector<HTMLElement>('[data-import]')?.focus();
  };
  const add = async (content: string) => {
    const outcome = await command.run('importJournal', { content, apply: true });
    if (outcome === undefined) return;
    close();
    setDone(plural('journal_imported', outcome.added));
  };
  return (
    <Card as="section" class="dashboard-files" aria-label={t('journal_files_title')}>
      <h2>{t('journal_files_title')}</h2>
      <p class="r-muted">{t('journal_files_body')}</p>
      <div class="r-row r-wrap" ref={opener}>
        {(['csv', 'json'] as const).map((format) => (
          <Button
            key={format}
            icon={<Icon name="download" />}
            disabled={command.busy !== null}
            onClick={() => void exportAs(format)}
          >
            {t(`journal_export_${format}`)}
          </Button>
        ))}
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,.csv,application/json,text/csv"
          onChange={({ currentTarget }) => {
            void read(currentTarget.files?.[0]);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
        <Button
          data-import
          icon={<Icon name="plus" />}
          disabled={command.busy !== null}
          onClick={() => picker.current?.click()}
        >
          {t('journal_import')}
        </Button>
      </div>
      {review !== null && (
        <ImportReview
          outcome={review.outcome}
          busy={command.busy !== null}
          onAdd={() => void add(review.content)}
          onClose={close}
        />
      )}
      {done !== null && <Notice kind="ok">{done}</Notice>}
      {problem !== null && <Notice kind="failed">{t(problem)}</Notice>}
      {command.failed !== null && (
        <Notice kind="failed">
          {command.failed === 'too_large' ? t('journal_import_too_large') : errorText(command.failed)}
        </Notice>
      )}
    </Card>
  );
}
