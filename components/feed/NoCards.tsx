import type { FeedScreen } from '../../lib/domain/first-screen.ts';
import { t } from '../../lib/i18n/messages.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Spinner.tsx';

type NoCardsProps = { screen: FeedScreen; refreshing: boolean; onRefresh: () => void; onWelcome: () => void };

/** Why the whole list is empty, and the next step. */
export function NoCards({ screen, refreshing, onRefresh, onWelcome }: NoCardsProps) {
  if (screen.sourceCount === 0) {
    return (
      <EmptyState
        icon="share"
        title={t('popup_no_source_title')}
        action={{ label: t('popup_no_source_button'), onClick: onWelcome }}
      >
        {t('popup_no_source_text')}
      </EmptyState>
    );
  }
  if (refreshing) return <Skeleton count={4} />;
  return (
    <EmptyState
      icon="article"
      title={t('popup_no_item_title')}
      action={{ label: t('popup_refresh'), onClick: onRefresh }}
    >
      {t('popup_no_item_text')}
    </EmptyState>
  );
}
