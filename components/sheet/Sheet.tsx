import { useState } from 'preact/hooks';
import { learningPath } from '../../lib/domain/learning-path.ts';
import type { Role } from '../../lib/domain/role.ts';
import { roles } from '../../lib/domain/role-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { type ReadableGuideline, readLearning } from '../../lib/storage/queries/guidelines.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { SheetPaper } from './SheetPaper.tsx';
import '../ui/page.css';
import './sheet.css';

export type SheetProps = { db: RelaisDb; now: () => number; print: () => void };

/** The charter and the cards on one page of paper, with what to choose before it is printed. */
export function Sheet({ db, now, print }: SheetProps) {
  const learning = useLiveQuery(() => readLearning(db), [db]);
  return (
    <div class="sheet-page">
      {learning.value === undefined ? (
        <main class="page-main">
          {learning.state === 'failed' ? <Notice kind="failed">{errorText(learning.code)}</Notice> : <Skeleton />}
        </main>
      ) : learning.value.guidelines.length === 0 ? (
        <main class="page-main">
          <h1 class="r-hidden">{t('sheet_title')}</h1>
          <EmptyState icon="book" title={t('guidelines_empty_title')}>
            {t('guidelines_empty_text')}
          </EmptyState>
        </main>
      ) : (
        <ReadySheet {...learning.value} now={now} print={print} />
      )}
    </div>
  );
}

type ReadySheetProps = {
  guidelines: ReadableGuideline[];
  role: Role | null;
  now: () => number;
  print: () => void;
};

type Path = Role | 'everyone' | 'all';

function ReadySheet({ guidelines, role, now, print }: ReadySheetProps) {
  const companies = [...new Map(guidelines.map(({ sourceId, sourceTitle }) => [sourceId, sourceTitle]))];
  const [chosenSource, setSource] = useState<string>();
  const [path, setPath] = useState<Path>(role ?? 'everyone');
  const [fits, setFits] = useState(true);
  // The first company, also when the chosen one was removed meanwhile.
  const [sourceId, companyName] = companies.find(([id]) => id === chosenSource) ?? companies[0] ?? ['', ''];
  const own = guidelines.filter((guideline) => guideline.sourceId === sourceId);
  const hasRoles = own.some((guideline) => guideline.roles.length > 0);
  const cards =
    path === 'all' || !hasRoles
      ? own.filter((guideline) => guideline.kind === 'card')
      : learningPath(own, path === 'everyone' ? null : path).own;
  return (
    <>
      <header class="page-header sheet-tools">
        <Mark size={30} />
        <div class="r-grow">
          <h1>{t('sheet_title')}</h1>
          <p class="r-muted" role="status">
            {t(fits ? 'sheet_hint' : 'sheet_long')}
          </p>
        </div>
        {companies.length > 1 && (
          <Select label={t('sheet_company')} value={sourceId} options={companies} onChange={setSource} />
        )}
        {hasRoles && (
          <Select<Path>
            label={t('sheet_path')}
            value={path}
            options={[
              ['everyone', t('sheet_path_everyone')],
              ...roles.map((known): [Path, string] => [known, t(`role_${known}`)]),
              ['all', t('sheet_path_all')],
            ]}
            onChange={setPath}
          />
        )}
        <Button variant="primary" size="large" onClick={print}>
          {t('sheet_print')}
        </Button>
      </header>
      <main>
        <SheetPaper
          companyName={companyName}
          charters={own.filter((guideline) => guideline.kind === 'charter')}
          cards={cards}
          printedAt={now()}
          onFit={setFits}
        />
      </main>
    </>
  );
}
