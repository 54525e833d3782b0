import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readLearning } from '../../lib/storage/queries/guidelines.ts';
import { FirstWeek } from '../learning/FirstWeek.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { CharterCard } from './CharterCard.tsx';
import { LearningPath } from './LearningPath.tsx';
import './guidelines.css';

/** `openPage` opens a page of the extension in a tab. */
type GuidelinesTabProps = { db: RelaisDb; openPage: (path: string) => void };

/** The house rules: a newcomer's first gestures, what is asked, then advice; all of it stored and readable offline. */
export function GuidelinesTab({ db, openPage }: GuidelinesTabProps) {
  return (
    <div class="r-stack">
      <FirstWeek db={db} openPage={openPage} />
      <Guidelines db={db} openPage={openPage} />
    </div>
  );
}

function Guidelines({ db, openPage }: GuidelinesTabProps) {
  const learning = useLiveQuery(() => readLearning(db), [db]);
  if (learning.value === undefined) {
    return learning.state === 'failed' ? <Notice kind="failed">{errorText(learning.code)}</Notice> : <Skeleton />;
  }
  const { guidelines, role } = learning.value;
  if (guidelines.length === 0) {
    return (
      <EmptyState icon="book" title={t('guidelines_empty_title')}>
        {t('guidelines_empty_text')}
      </EmptyState>
    );
  }
  return (
    <>
      {guidelines
        .filter((guideline) => guideline.kind === 'charter')
        .map((charter) => (
          <CharterCard key={charter.id} charter={charter} />
        ))}
      <LearningPath guidelines={guidelines} role={role} />
      <div>
        <Button variant="quiet" icon={<Icon name="external" size={16} />} onClick={() => openPage('sheet.html')}>
          {t('guidelines_sheet')}
        </Button>
      </div>
    </>
  );
}
