import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sendMessage } from '../../lib/messaging/send.ts';
import { createSeenObserver, type SeenObserver } from './seen-observer.ts';

/** Marks as seen the unread cards of `list` that stay on screen, while `active`. */
export function useSeen(list: RefObject<HTMLElement | null>, active: boolean): void {
  const seen = useRef<SeenObserver | null>(null);
  useEffect(() => {
    if (!active || typeof IntersectionObserver === 'undefined') return;
    const observer = createSeenObserver((itemIds) => {
      // Unread a little longer when the background does not answer; the next visit tells it again.
      sendMessage('markItemsSeen', { itemIds }).catch(() => undefined);
    });
    seen.current = observer;
    window.addEventListener('pagehide', observer.stop);
    return () => {
      window.removeEventListener('pagehide', observer.stop);
      observer.stop();
      seen.current = null;
    };
  }, [active]);
  // After every render, because cards come and go with the live query; observing twice is observing once.
  useEffect(() => {
    for (const card of list.current?.querySelectorAll('[data-unread]') ?? []) seen.current?.observe(card);
  });
}
