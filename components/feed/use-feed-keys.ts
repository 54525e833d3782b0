import { useEffect } from 'preact/hooks';

const searchField = () => document.querySelector<HTMLInputElement>('.bar input[type=search]');

/** `/` begins a search, Escape clears it, and the arrows go from it to what was found and back. */
export function useFeedKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const field = searchField();
      // Hidden behind the composer, or on another tab, the keys are none of the feed's.
      if (field === null || field.closest('[hidden]') !== null || event.defaultPrevented) return;
      if (event.key === '/' && !isWriting(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        field.focus();
      } else if (event.key === 'Escape' && field.value !== '' && isBeside(event.target, field)) {
        // Escape closes a toolbar popup as a whole unless it was used for something.
        event.preventDefault();
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.focus();
      } else if (field.value !== '' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        const next = neighbour(event.target, field, event.key === 'ArrowDown' ? 1 : -1);
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

/** In the field, or among what it found. */
function isBeside(target: EventTarget | null, field: HTMLElement): boolean {
  return target === field || target === document.body || cardOf(target) !== null;
}

function cardOf(target: EventTarget | null): Element | null {
  return target instanceof Element && !target.closest('[role=menu]') ? target.closest('[data-item]') : null;
}

/** The title of the next or previous card; the field above the first one. */
function neighbour(target: EventTarget | null, field: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const cards = [...document.querySelectorAll('[data-item]')];
  const card = cardOf(target);
  if (target !== field && card === null) return undefined;
  const at = card === null ? -1 : cards.indexOf(card);
  if (at + step < 0) return at === 0 ? field : undefined;
  return cards[at + step]?.querySelector<HTMLElement>('h2 a, button') ?? undefined;
}
