import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';

type MoreCardsProps = { active: boolean; shown: number; onMore: () => void };

/** The end of what was read so far: reaching it reads on, and so does a press, for who does not scroll. */
export function MoreCards({ active, shown, onMore }: MoreCardsProps) {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (!active || end.current === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more.current();
      },
      // The scrolling panel has to be named, or the margin would be cut off at its edge.
      { root: end.current.closest('[role=tabpanel]'), rootMargin: '800px 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
    // Watched anew after each reading: whoever stayed at the end all along never left it for the observer.
  }, [active, shown]);
  return (
    <div class="feed-more" ref={end}>
      <Button variant="quiet" onClick={onMore}>
        {t('popup_more_items')}
      </Button>
    </div>
  );
}
