import { useEffect } from 'preact/hooks';

/** The acts of a card by one letter. They are its own buttons: what is not offered there is no key either. */
const buttons: Record<string, string> = {
  s: '.item-acts > .r-button-primary, .item-acts > .r-button-plain',
  c: '.item-acts > .r-icon-button:has(+ .r-grow)',
  p: '.item-acts > .r-button-group',
};

/**
 * Letters act on the card that has the focus, and only there, so that no one shares by leaning on the
 * keyboard; the arrows go from card to card, and `?` says all that.
 */
export function useCardKeys(onHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isFree(event.target)) return;
      if (event.key === '?') {
        event.preventDefault();
        onHelp();
        return;
      }
      const card = (event.target as Element).closest('[data-item]');
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const next = neighbour(card, event.key === 'ArrowDown' ? 1 : -1);
        if (next === null) return;
        event.preventDefault();
        next.focus();
        return;
      }
      const button = card?.querySelector<HTMLButtonElement>(buttons[event.key.toLowerCase()] ?? 'none');
      if (button == null || event.repeat) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Keys that belong to a field, a menu, a list of tabs or the composer are theirs. */
function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || document.querySelector('.popup:not([hidden]) > .composer') !== null) return false;
  return (
    target.closest('input, textarea, select, [contenteditable], [role=menu], [role=tablist], [role=dialog]') === null
  );
}

function neighbour(card: Element | null, step: 1 | -1): HTMLElement | null {
  const cards = [...document.querySelectorAll('[data-item]')];
  const at = card === null ? -1 : cards.indexOf(card);
  if (card === null && step < 0) return null;
  return cards[at + step]?.querySelector<HTMLElement>('h2 a, button') ?? null;
}
