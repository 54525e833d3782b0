import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readGuidelines } from '../../lib/storage/queries/guidelines.ts';
import { Card } from '../ui/Card.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { StepList } from './StepList.tsx';

type WelcomeDoneProps = { db: RelaisDb; companyName: string | null; popupShortcut: string };

/** What to do next: where Relais lives in the toolbar, and the first thing the company asks to read. */
export function WelcomeDone({ db, companyName, popupShortcut }: WelcomeDoneProps) {
  const guidelines = useLiveQuery(() => readGuidelines(db), [db]);
  const first = guidelines.value?.[0];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card as="section" class="welcome-card">
      {companyName !== null && <StepList current={2} />}
      <h2 class="welcome-done" ref={heading} tabIndex={-1}>
        {companyName === null ? t('welcome_done_source_title') : t('welcome_done_title', companyName)}
      </h2>
      <p>
        {t('welcome_done_body')} {popupShortcut !== '' && t('welcome_done_shortcut', popupShortcut)}
      </p>
      {first !== undefined && (
        <details class="welcome-guideline">
          <summary>{t('welcome_read_charter', first.title)}</summary>
          <Markdown text={first.body} />
        </details>
      )}
    </Card>
  );
}
