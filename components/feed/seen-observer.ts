/** A card counts as seen after this long on screen: scrolling past it is not reading it. */
const dwellMs = 600;
/** Seen cards are told together. */
const batchMs = 400;

export type SeenObserver = { observe: (card: Element) => void; stop: () => void };

/**
 * Tells which cards stayed on screen, by their `data-item` attribute, each once. `stop` tells what is
 * still in the batch: the popup may close at any moment.
 */
export function createSeenObserver(
  report: (itemIds: string[]) => void,
  Observer: typeof IntersectionObserver = IntersectionObserver,
): SeenObserver {
  const dwelling = new Map<string, ReturnType<typeof setTimeout>>();
  const told = new Set<string>();
  let batch: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (batch.length > 0) report(batch);
    batch = [];
  };
  const saw = (id: string) => {
    dwelling.delete(id);
    told.add(id);
    batch.push(id);
    timer ??= setTimeout(flush, batchMs);
  };
  const observer = new Observer(
    (entries) => {
      for (const entry of entries) {
        const id = (entry.target as HTMLElement).dataset.item;
        if (id === undefined || told.has(id)) continue;
        clearTimeout(dwelling.get(id));
        dwelling.delete(id);
        if (entry.isIntersecting) dwelling.set(id, setTimeout(saw, dwellMs, id));
      }
    },
    { threshold: 0.6 },
  );
  return {
    observe: (card) => observer.observe(card),
    stop() {
      observer.disconnect();
      for (const pending of dwelling.values()) clearTimeout(pending);
      dwelling.clear();
      flush();
    },
  };
}
