import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readShare } from '../../lib/storage/queries/journal.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/error-text.ts';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';

/** What became of a share whose window is open: only the employee knows, unless the network answered. */
export function ShareOutcome({ db, shareId, name }: { db: RelaisDb; shareId: string; name: string }) {
  const share = useLiveQuery(() => readShare(db, shareId), [db, shareId]).value;
  const command = useCommand();
  const decide = (state: 'confirmed' | 'dismissed') => command.run('decideShare', { shareId, state });
  if (share === undefined) return null;
  const { state } = share;
  return (
    <>
      {state !== 'opened' && <p role="status">{t(`round_${state}`, name)}</p>}
      {command.failed && <p role="alert">{errorText(command.failed)}</p>}
      {state !== 'verified' && (
        <div class="r-row r-wrap">
          {state !== 'confirmed' && (
            <Button aria-label={t('round_confirm_of', name)} onClick={() => decide('confirmed')}>
              {t('round_confirm')}
            </Button>
          )}
          {state !== 'dismissed' && (
            <Button variant="quiet" aria-label={t('round_dismiss_of', name)} onClick={() => decide('dismissed')}>
              {t('round_dismiss')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
