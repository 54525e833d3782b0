import { useEffect } from 'preact/hooks';
import type { Share } from '../../lib/domain/share.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readShare } from '../../lib/storage/queries/journal.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { placeOf, ShareMark } from '../ui/ShareMark.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import './AskWindow.css';

type AskWindowProps = { db: RelaisDb; shareId: string; close: () => void };

/** The one question after a network's window closed. No answer is an answer: it can be given later. */
export function AskWindow({ db, shareId, close }: AskWindowProps) {
  // A missing share is an answer of the database, unlike one that is still awaited.
  const share = useLiveQuery(async () => (await readShare(db, shareId)) ?? null, [db, shareId]);
  const command = useCommand();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [close]);

  const decide = async (state: 'confirmed' | 'dismissed') => {
    if (await command.run('decideShare', { shareId, state })) close();
  };
  if (share.state === 'failed') return <Notice kind="failed">{errorText(share.code)}</Notice>;
  if (share.value === undefined) return <Spinner />;
  if (share.value === null)
    return <EmptyState icon="check" title={t('ask_gone')} action={{ label: t('ask_close'), onClick: close }} />;
  const { title } = share.value;
  return (
    <main class="ask">
      <div class="ask-question">
        <span class="ask-mark">
          <ShareMark share={share.value} size={20} />
        </span>
        <div class="r-grow">
          <h1>{questionOf(share.value)}</h1>
          <p class="ask-item">{title}</p>
        </div>
      </div>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <div class="ask-answers">
        <Button variant="primary" size="large" busy={command.busy !== null} onClick={() => decide('confirmed')}>
          {t(isOwnMeans(share.value) ? 'ask_confirm_plain' : 'ask_confirm')}
        </Button>
        <Button size="large" busy={command.busy !== null} onClick={() => decide('dismissed')}>
          {t('ask_dismiss')}
        </Button>
      </div>
      <p class="r-muted">{t('ask_later')}</p>
    </main>
  );
}

function isOwnMeans({ network }: Pick<Share, 'network'>): boolean {
  return network === 'email' || network === 'system';
}

function questionOf(share: Share): string {
  if (share.act === 'comment') return t('ask_question_comment', placeOf(share));
  if (share.network === 'email' || share.network === 'system') return t(`ask_question_${share.network}`);
  return t('ask_question', placeOf(share));
}
