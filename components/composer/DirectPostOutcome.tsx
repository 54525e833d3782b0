import { t } from '../../lib/i18n/messages.ts';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import type { DirectPosting } from './use-direct-post.ts';

/** Where the person signs in again; a page of its own, because the toolbar's popup closes. */
export function SignInAgain() {
  return (
    <a class="r-button r-button-plain r-button-medium" href="options.html#connections" target="_blank" rel="noreferrer">
      <span class="r-button-label">{t('accounts_again')}</span>
    </a>
  );
}

/** What the network said, with the one next step; the text stays where it was. */
export function DirectPostOutcome({ direct, isRevoked }: { direct: DirectPosting; isRevoked: boolean }) {
  const { told, failed } = direct;
  if (isRevoked || told?.failure === 'not_signed_in' || failed === 'not_signed_in') {
    return (
      <>
        <Notice kind="warning">{t('direct_revoked')}</Notice>
        <SignInAgain />
      </>
    );
  }
  if (failed !== null) return <Notice kind="failed">{errorText(failed)}</Notice>;
  if (told === null) return null;
  if (told.outcome === 'waiting') return <Notice>{t('direct_waiting')}</Notice>;
  if (told.outcome === 'refused' && told.failure !== null) {
    const action = { label: t('direct_without_picture'), onClick: direct.retryWithoutPicture, busy: direct.busy };
    return (
      <Notice kind="failed" {...(told.failure === 'picture_refused' && { action })}>
        {errorText(told.failure)}
      </Notice>
    );
  }
  return <Notice kind="ok">{t('direct_published')}</Notice>;
}
