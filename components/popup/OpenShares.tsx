import type { Share } from '../../lib/domain/share.ts';
import { formatRelative, plural, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { placeOf, ShareMark } from '../ui/ShareMark.tsx';
import type { Command } from '../ui/use-command.ts';
import './RelayTab.css';

/** The journal shows the others. */
const shownShares = 5;

type OpenSharesProps = { shares: Share[]; now: number; command: Command; openPage: (path: string) => void };

/** Shares whose outcome only the employee knows, each answered in one click. */
export function OpenShares({ shares, now, command, openPage }: OpenSharesProps) {
  if (shares.length === 0) return null;
  return (
    <section class="r-stack" aria-labelledby="relay-open">
      <h2 id="relay-open">{t('relay_open_title')}</h2>
      <ul class="r-list r-stack">
        {shares.slice(0, shownShares).map((share) => (
          <Card as="li" class="relay-row" key={share.id}>
            <p class="relay-title">{share.title}</p>
            <p class="r-muted r-row">
              <ShareMark share={share} size={14} />
              {t(share.act === 'comment' ? 'journal_comment_on' : 'journal_share_on', placeOf(share))} ·{' '}
              {formatRelative(share.openedAt, now)}
            </p>
            <div class="r-row r-wrap">
              <Button
                variant="primary"
                aria-label={t('relay_confirm_of', share.title)}
                onClick={() => command.run('decideShare', { shareId: share.id, state: 'confirmed' })}
              >
                {t('journal_confirm')}
              </Button>
              <Button
                aria-label={t('relay_dismiss_of', share.title)}
                onClick={() => command.run('decideShare', { shareId: share.id, state: 'dismissed' })}
              >
                {t('journal_dismiss')}
              </Button>
            </div>
          </Card>
        ))}
      </ul>
      {shares.length > shownShares && (
        <Button variant="quiet" onClick={() => openPage('dashboard.html#journal')}>
          {plural('relay_open_more', shares.length - shownShares)}
        </Button>
      )}
    </section>
  );
}
