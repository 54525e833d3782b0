import type { FeedScreen } from '../../lib/domain/first-screen.ts';
import { formatRelative, plural, t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Mark } from '../ui/Mark.tsx';
import './PopupHeader.css';

type PopupHeaderProps = {
  screen: FeedScreen | null;
  now: number;
  refreshing: boolean;
  onRefresh: () => void;
  onSpot: () => void;
  onMenu: (button: HTMLElement) => void;
};

/** Whose feed this is, how fresh, and the acts that concern no card. */
export function PopupHeader({ screen, now, refreshing, onRefresh, onSpot, onMenu }: PopupHeaderProps) {
  return (
    <header class="popup-header">
      <Mark />
      <div class="r-grow">
        <h1>{screen?.companyName ?? t('extension_name')}</h1>
        <p class="popup-fresh" role="status">
          {refreshing ? t('popup_refreshing') : screen && freshness(screen, now)}
        </p>
      </div>
      <IconButton
        label={t('popup_refresh')}
        aria-busy={refreshing || undefined}
        onClick={refreshing ? undefined : onRefresh}
      >
        <Icon name="refresh" />
      </IconButton>
      <IconButton label={t('popup_spot_page')} class="popup-spot" onClick={onSpot}>
        <Icon name="spot" />
      </IconButton>
      <IconButton label={t('popup_menu')} aria-haspopup="menu" onClick={({ currentTarget }) => onMenu(currentTarget)}>
        <Icon name="more" />
      </IconButton>
    </header>
  );
}

/** "Updated 2 min ago · 4 new", as far as each half is known. */
function freshness({ checkedAt, unreadCount }: FeedScreen, now: number): string {
  const updated =
    checkedAt === null
      ? null
      : now - checkedAt < 60_000
        ? t('popup_updated_now')
        : t('popup_updated', formatRelative(checkedAt, now));
  const fresh = unreadCount > 0 ? plural('popup_new', unreadCount) : null;
  return [updated, fresh].filter((part) => part !== null).join(' · ');
}
