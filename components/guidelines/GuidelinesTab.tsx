import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readGuidelines } from '../../lib/storage/queries/guidelines.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { CharterCard } from './CharterCard.tsx';
import { GuidelineCard } from './GuidelineCard.tsx';
import './guidelines.css';

/** The house rules: what is asked first, then advice, all of it stored and readable offline. */
export function GuidelinesTab({ db }: { db: RelaisDb }) {
  const guidelines = useLiveQuery(() => readGuidelines(db), [db]);
  if (guidelines.value === undefined) {
    return guidelines.state === 'failed' ? <Notice kind="failed">{errorText(guidelines.code)}</Notice> : <Skeleton />;
  }
  if (guidelines.value.length === 0) {
    return (
      <EmptyState icon="book" title={t('guidelines_empty_title')}>
        {t('guidelines_empty_text')}
      </EmptyState>
    );
  }
  const charters = guidelines.value.filter((guideline) => guideline.kind === 'charter');
  const cards = guidelines.value.filter((guideline) => guideline.kind === 'card');
  return (
    <div class="r-stack">
      {charters.map((charter) => (
        <CharterCard key={charter.id} charter={charter} />
      ))}
      {cards.length > 0 && (
        <section class="r-stack" aria-labelledby="guidelines-cards">
          <h2 id="guidelines-cards">{t('guidelines_cards')}</h2>
          <ul class="r-list guidelines-list">
            {cards.map((card) => (
              <li key={card.id}>
                <GuidelineCard guideline={card} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
