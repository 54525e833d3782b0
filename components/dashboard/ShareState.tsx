import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canDecideShare, type Decision, type Share } from '../../lib/domain/share.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { placeOf } from '../ui/ShareMark.tsx';
import { useCommand } from '../ui/use-command.ts';

const tones: Record<Share['state'], ChipTone> = {
  opened: 'warning',
  confirmed: 'ok',
  dismissed: 'plain',
  verified: 'ok',
};

/** What is known of a share, and the employee's word on it, which may be corrected and taken back. */
export function ShareState({ share }: { share: Share }) {
  const command = useCommand();
  /** What it was before the last word said here. */
  const [before, setBefore] = useState<Decision | null>(null);
  const undo = useRef<HTMLDivElement>(null);
  const isOpen = share.state === 'opened';
  const canUndo = before !== null && before !== share.state && share.state !== 'verified';
  useLayoutEffect(() => {
    // The button that was pressed is gone: the way back takes its place under the finger.
    if (canUndo) undo.current?.querySelector('button')?.focus();
  }, [canUndo]);

  const say = async (state: Decision, undoing = false) => {
    const known = share.state;
    if (known === 'verified') return;
    if ((await command.run('decideShare', { shareId: share.id, state })) !== undefined)
      setBefore(undoing ? null : known);
  };
  return (
    <>
      <div class="r-row r-wrap">
        <Chip tone={isOpen && share.network === 'copy' ? 'plain' : tones[share.state]}>{stateWords(share)}</Chip>
        {canUndo ? (
          <div class="r-row" ref={undo}>
            <span class="r-muted" role="status">
              {t('journal_noted')}
            </span>
            <Button
              variant="quiet"
              icon={<Icon name="undo" size={16} />}
              busy={command.busy !== null}
              onClick={() => void say(before, true)}
            >
              {t('action_undo')}
            </Button>
          </div>
        ) : (
          <>
            {canDecideShare(share.state, 'confirmed') && (
              <Button
                variant={isOpen ? 'plain' : 'quiet'}
                busy={command.busy !== null}
                onClick={() => void say('confirmed')}
              >
                {t(isOpen ? 'journal_confirm' : 'journal_correct_confirm')}
              </Button>
            )}
            {canDecideShare(share.state, 'dismissed') && (
              <Button variant="quiet" busy={command.busy !== null} onClick={() => void say('dismissed')}>
                {t(isOpen ? 'journal_dismiss' : 'journal_correct_dismiss')}
              </Button>
            )}
            {isOpen && share.act === 'post' && share.network !== 'copy' && (
              <Button
                variant="quiet"
                busy={command.busy !== null}
                onClick={() => void command.run('reopenShare', { shareId: share.id })}
              >
                {t('journal_reopen')}
              </Button>
            )}
          </>
        )}
      </div>
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </>
  );
}

function stateWords(share: Share): string {
  if (share.state === 'opened' && share.act === 'comment') return t('journal_comment_opened');
  // Where it was pasted is nobody's affair: it is not asked.
  if (share.state === 'opened' && share.network === 'copy') return t('journal_state_copied');
  return t(`journal_state_${share.state}`, placeOf(share));
}
