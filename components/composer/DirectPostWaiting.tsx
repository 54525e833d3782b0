import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readWaitingPosts, type WaitingPost } from '../../lib/storage/queries/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { errorText } from '../ui/error-text.ts';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { SignInAgain } from './DirectPostOutcome.tsx';
import './DirectPost.css';

/** Posts that are not online yet, for the journal: nothing written is lost, and nothing leaves twice. */
export function DirectPostsWaiting({ db }: { db: RelaisDb }) {
  const posts = useLiveQuery(() => readWaitingPosts(db), [db]).value ?? [];
  if (posts.length === 0) return null;
  return (
    <Card as="section" aria-label={t('direct_waiting_title')}>
      <h2>{t('direct_waiting_title')}</h2>
      <ul class="r-list direct-waiting">
        {posts.map((post) => (
          <WaitingRow key={post.id} post={post} />
        ))}
      </ul>
    </Card>
  );
}

function WaitingRow({ post }: { post: WaitingPost }) {
  const { id: shareId, network, state, title, text, failure, account } = post;
  const command = useCommand();
  const isUnsure = failure?.code === 'post_unsure';
  const discard = (isOnline: boolean) => void command.run('discardPost', { shareId, isOnline });
  const retry = (withoutPicture: boolean) => void command.run('retryPost', { shareId, withoutPicture });
  const needsSignIn = state === 'parked' && account?.state !== 'active';
  return (
    <li>
      <p class="r-row">
        <NetworkMark network={network} />
        <strong>{title}</strong>
      </p>
      <p class="direct-words" dir="auto">
        {text}
      </p>
      <p class="r-muted">
        {t(`direct_state_${state === 'published' || state === 'removed' ? 'queued' : state}`, networkName(network))}
      </p>
      {failure !== null && <Notice kind="warning">{errorText(failure.code)}</Notice>}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      {state !== 'removing' && (
        <div class="r-row r-wrap">
          {needsSignIn ? (
            <SignInAgain />
          ) : (
            <Button busy={command.busy === 'retryPost'} onClick={() => retry(false)}>
              {t(isUnsure ? 'direct_publish_again' : 'action_retry')}
            </Button>
          )}
          {failure?.code === 'picture_refused' && !needsSignIn && (
            <Button onClick={() => retry(true)}>{t('direct_without_picture')}</Button>
          )}
          {isUnsure && <Button onClick={() => discard(true)}>{t('direct_is_online')}</Button>}
          <Confirm
            variant="quiet"
            label={t('direct_discard')}
            question={t('direct_discard_question')}
            yes={t('direct_discard_yes')}
            no={t('direct_discard_no')}
            onYes={() => discard(false)}
          />
        </div>
      )}
    </li>
  );
}
