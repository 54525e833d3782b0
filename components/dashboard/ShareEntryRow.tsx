import { canDecideShare, type Share } from '../../lib/domain/share.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { placeOf, ShareMark } from '../ui/ShareMark.tsx';
import { useCommand } from '../ui/use-command.ts';
import { EntryTitle } from './EntryTitle.tsx';

const tones: Record<Share['state'], ChipTone> = {
  opened: 'warning',
  confirmed: 'ok',
  dismissed: 'plain',
  verified: 'ok',
};

/** One share, what is known of it, and the employee's word on it, which may be corrected. */
export function ShareEntryRow({ share }: { share: Share }) {
  const command = useCommand();
  const place = placeOf(share);
  const isComment = share.act === 'comment';
  const decide = (state: 'confirmed' | 'dismissed') => void command.run('decideShare', { shareId: share.id, state });
  const open = share.state === 'opened';
  return (
    <li class="dashboard-entry">
      <span class="dashboard-entry-mark">
        <ShareMark share={share} />
      </span>
      <div class="dashboard-entry-text">
        <EntryTitle
          title={share.title}
          url={share.url}
          at={share.openedAt}
          what={t(isComment ? 'journal_comment_on' : 'journal_share_on', place)}
        />
        {share.text !== '' && share.text !== share.title && <p class="dashboard-entry-words">{share.text}</p>}
        <div class="r-row r-wrap">
          <Chip tone={tones[share.state]}>
            {open && isComment ? t('journal_comment_opened') : t(`journal_state_${share.state}`, place)}
          </Chip>
          {canDecideShare(share.state, 'confirmed') && (
            <Button variant={open ? 'plain' : 'quiet'} busy={command.busy !== null} onClick={() => decide('confirmed')}>
              {t(open ? 'journal_confirm' : 'journal_correct_confirm')}
            </Button>
          )}
          {canDecideShare(share.state, 'dismissed') && (
            <Button variant="quiet" busy={command.busy !== null} onClick={() => decide('dismissed')}>
              {t(open ? 'journal_dismiss' : 'journal_correct_dismiss')}
            </Button>
          )}
        </div>
        {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      </div>
    </li>
  );
}
