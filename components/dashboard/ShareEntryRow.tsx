import { isDirectNetwork } from '../../lib/domain/account.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { ShareEntry } from '../../lib/storage/queries/journal.ts';
import { Chip } from '../ui/Chip.tsx';
import { placeOf, ShareMark } from '../ui/ShareMark.tsx';
import { DeletePost } from './DeletePost.tsx';
import { EntryTitle } from './EntryTitle.tsx';
import { EraseEntry } from './EraseEntry.tsx';
import { OwnWords } from './OwnWords.tsx';
import { ShareState } from './ShareState.tsx';

type ShareEntryRowProps = { entry: ShareEntry; onErased: () => void };

/** One share: where it went, in which words, under which address, what is known of it. */
export function ShareEntryRow({ entry: { share, visits }, onErased }: ShareEntryRowProps) {
  const place = placeOf(share);
  const canDelete = share.state === 'verified' && isDirectNetwork(share.network);
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
          what={t(share.act === 'comment' ? 'journal_comment_on' : 'journal_share_on', place)}
        />
        {share.text !== share.title && <OwnWords text={share.text} />}
        {share.sharedUrl != null && (
          <p class="r-muted dashboard-shared-as">
            {t('journal_shared_as')} <bdi>{share.sharedUrl}</bdi>
          </p>
        )}
        <div class="r-row r-wrap">
          {share.postUrl != null && /^https?:/.test(share.postUrl) && (
            <a href={share.postUrl} target="_blank" rel="noopener noreferrer">
              {t('journal_post_link')}
            </a>
          )}
          {visits !== null && (
            <Chip title={t('journal_visits_title')} tone="accent">
              {plural('journal_visits', visits)}
            </Chip>
          )}
        </div>
        <ShareState share={share} />
        <div class="dashboard-acts">
          <DeletePost share={share} />
          <EraseEntry
            table="share"
            id={share.id}
            title={share.title}
            takeBack={canDelete ? t('journal_erase_post', place) : null}
            onErased={onErased}
          />
        </div>
      </div>
    </li>
  );
}
