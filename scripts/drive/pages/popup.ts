import type { Session } from '../session.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words.ts';

export type ShownCard = { id: string; title: string; canShare: boolean };

/** The toolbar's popup, opened by its real button while `on` is in front. */
export async function openedPopup(session: Session, words: Words, on: Surface) {
  const window = await session.openPopup(on);
  const { t } = words;
  return {
    window,
    waitForCards: async (): Promise<ShownCard[]> =>
      window.until('cards in the popup', () => {
        // The snapshot's few give way to the live list, and what they are pressed at may move with it.
        if (document.documentElement.dataset.live !== 'true') return null;
        const cards = [...document.querySelectorAll<HTMLElement>('[data-item]')].map((card) => ({
          id: card.dataset.item ?? '',
          title: card.querySelector('h2')?.textContent?.trim() ?? '',
          // A post to comment on is opened, not shared.
          canShare: card.querySelectorAll('.item-acts button').length > 2,
        }));
        return cards.length > 0 ? cards : null;
      }) as Promise<ShownCard[]>,
    share: (network: string, title: string) =>
      window.click({ role: 'button', name: t('popup_share_on', network, title) }),
    compose: (title: string) => window.click({ role: 'button', name: t('popup_compose', title) }),
    spotItem: (title: string) => window.click({ role: 'button', name: t('popup_spot_item', title) }),
    spotPage: () => window.click({ role: 'button', name: t('popup_spot_page') }),
    refresh: () => window.click({ role: 'button', name: t('popup_refresh') }),
    openTab: (tab: 'feed' | 'guidelines' | 'relay') => window.click(`#popup-tab-${tab}`),
  };
}
