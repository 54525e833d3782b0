import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Post } from './use-post.ts';

type PostLengthProps = { post: Post; limit: number; isKept: boolean };

/** Whose words these are, that they are kept, and how long they are by the network's own rule. */
export function PostLength({ post, limit, isKept }: PostLengthProps) {
  const over = post.count !== null && post.count > limit;
  return (
    <div class="composer-length">
      <span class="composer-own" role="status">
        {post.isOwn && (
          <>
            <Icon name="check" size={14} />
            {t('composer_own')}
          </>
        )}
      </span>
      {post.isOwn && isKept && <span>{t('composer_kept')}</span>}
      <span class="r-grow" />
      {post.count !== null && (
        <span class={over ? 'r-figure composer-too-long' : 'r-figure'}>
          <span aria-hidden="true">
            {formatNumber(post.count)} / {formatNumber(limit)}
          </span>
          <span class="r-hidden">{t('composer_count', formatNumber(post.count), formatNumber(limit))}</span>
        </span>
      )}
    </div>
  );
}
