import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import type { ImportRow } from './add-each.ts';

type ImportOutcomeProps = {
  rows: ImportRow[];
  running: boolean;
  requestHostAccess: RequestHostAccess;
  /** Adds these addresses again, once their sites may be read. */
  onRetry: (urls: string[]) => void;
};

/** How far an import is, then what came of it; sites that want a permission are asked for together, at one click. */
export function ImportOutcome({ rows, running, requestHostAccess, onRetry }: ImportOutcomeProps) {
  const count = (state: ImportRow['state']) => rows.filter((row) => row.state === state).length;
  const done = rows.length - count('waiting');
  if (running) {
    const label = t('sources_import_progress', formatNumber(done), formatNumber(rows.length));
    return (
      <div class="sources-import" role="status">
        <p>{label}</p>
        <Progress label={label} value={done} max={rows.length} />
      </div>
    );
  }
  const closed = rows.filter(({ code, origin }) => code === 'host_access_needed' && origin !== null);
  const origins = [...new Set(closed.map(({ origin }) => origin ?? ''))];
  const failed = rows.filter((row) => row.state === 'failed' && !closed.includes(row));
  const allow = () => {
    requestHostAccess(...origins).then(
      (allowed) => allowed && onRetry(closed.map(({ url }) => url)),
      () => undefined, // A browser that cannot ask is a browser that refused: the sites stay as they were.
    );
  };
  return (
    <div class="sources-import">
      <Notice kind={count('added') > 0 ? 'ok' : 'info'}>
        {plural('sources_import_added', count('added'))}{' '}
        {count('known') > 0 && plural('sources_import_known', count('known'))}
      </Notice>
      {origins.length > 0 && (
        <Notice
          kind="info"
          icon="lock"
          action={{ label: plural('sources_import_allow', origins.length), onClick: allow }}
        >
          {plural('sources_import_sites', origins.length)}
        </Notice>
      )}
      {failed.length > 0 && (
        <>
          <p>{plural('sources_import_failed', failed.length)}</p>
          <ul class="r-list sources-list">
            {failed.map(({ title, url, code }) => (
              <li key={url} class="sources-candidate">
                <div class="r-grow">
                  <strong>{title}</strong>
                  <p class="r-muted sources-address">{url}</p>
                  <p>{errorText(code ?? 'unknown')}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
