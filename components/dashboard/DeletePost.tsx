import { isDirectNetwork } from '../../lib/domain/account.ts';
import type { Share } from '../../lib/domain/share.ts';
import { formatMoment, t } from '../../lib/i18n/messages.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { placeOf } from '../ui/ShareMark.tsx';
import { useCommand } from '../ui/use-command.ts';

/** Takes a post down that Relais published, and says when it did; the entry stays in the journal. */
export function DeletePost({ share }: { share: Share }) {
  const command = useCommand();
  const place = placeOf(share);
  if (share.removedAt !== null)
    return <p class="r-muted">{t('direct_removed', place, formatMoment(share.removedAt))}</p>;
  if (share.state !== 'verified' || !isDirectNetwork(share.network)) return null;
  return (
    <>
      <Confirm
        variant="quiet"
        icon={<Icon name="trash" size={16} />}
        label={t('direct_delete', place)}
        question={t('direct_delete_question', place)}
        yes={t('direct_delete_yes')}
        no={t('direct_delete_no')}
        busy={command.busy !== null}
        onYes={() => void command.run('deletePost', { shareId: share.id })}
      />
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </>
  );
}
