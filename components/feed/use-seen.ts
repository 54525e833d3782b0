import { useEffect } from 'preact/hooks';
import { sendMessage } from '../../lib/messaging/send.ts';
import { createSeenObserver } from './seen-observer.ts';

/** Marks as seen the unread cards that stay on screen, whichever list they stand in, while the page lives. */
export function useSeen(): void {
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const seen = createSeenObserver((itemIds) => {
      // Unread a little longer when the background does not answer; the next visit tells it again.
      sendMessage('markItemsSeen', { itemIds }).catch(() => undefined);
    });
    // Cards come and go with live queries; observing twice is observing once.
    const watch = () => {
      for (const card of document.querySelectorAll('[data-item][data-unread]')) seen.observe(card);
    };
    const mutations = new MutationObserver(watch);
    mutations.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-unread'] });
    watch();
    window.addEventListener('pagehide', seen.stop);
    return () => {
      mutations.disconnect();
      window.removeEventListener('pagehide', seen.stop);
      seen.stop();
    };
  }, []);
}
