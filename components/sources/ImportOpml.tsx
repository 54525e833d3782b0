import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { addEach, type ImportRow, rowsOf } from './add-each.ts';
import { ImportOutcome } from './ImportOutcome.tsx';

const fileLimitBytes = 2_000_000;

/** A list of feeds from another reader: each is read and added, what could not be is told one by one. */
export function ImportOpml({ requestHostAccess }: { requestHostAccess: RequestHostAccess }) {
  const [rows, setRows] = useState<ImportRow[] | null>(null);
  const [leftOff, setLeftOff] = useState(0);
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const [running, setRunning] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const command = useCommand();
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );

  const run = async (next: ImportRow[]) => {
    setRows(next);
    setRunning(true);
    const onOutcome = (done: ImportRow) =>
      setRows((known) => known?.map((row) => (row.url === done.url ? done : row)) ?? null);
    await addEach(next, onOutcome, () => gone.current);
    if (!gone.current) setRunning(false);
  };
  const read = async (file: File | undefined) => {
    setProblem(null);
    setRows(null);
    if (file === undefined) return;
    if (file.size > fileLimitBytes) {
      setProblem('sources_import_too_large');
      return;
    }
    const list = await command.run('importOpml', { opml: await file.text() });
    if (list === undefined) return;
    setLeftOff(list.leftOff);
    if (list.feeds.length + list.refused.length === 0) setProblem('sources_import_empty');
    else await run(rowsOf(list));
  };
  const retry = (urls: string[]) =>
    void run(rows?.map((row) => (urls.includes(row.url) ? { ...row, state: 'waiting' } : row)) ?? []);

  const failure = command.failed === 'not_a_feed' ? t('sources_import_not_a_list') : null;
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        onChange={({ currentTarget }) => {
          void read(currentTarget.files?.[0]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button
        icon={<Icon name="plus" size={16} />}
        busy={running || command.busy !== null}
        onClick={() => picker.current?.click()}
      >
        {t('sources_import')}
      </Button>
      {command.failed !== null && <Notice kind="failed">{failure ?? errorText(command.failed)}</Notice>}
      {problem !== null && <Notice kind="failed">{t(problem)}</Notice>}
      {rows !== null && <ImportOutcome {...{ rows, running, requestHostAccess }} onRetry={retry} />}
      {rows !== null && leftOff > 0 && <p>{plural('sources_import_left_off', leftOff)}</p>}
    </>
  );
}
