/**
 * Writes into a text area as if it were typed, so that the browser's own undo takes it back; `insertText`
 * is what the browsers keep for that. Its `input` event tells whoever follows the field.
 */
export function replaceRange(area: HTMLTextAreaElement, start: number, end: number, text: string): void {
  area.focus();
  area.setSelectionRange(start, end);
  // Absent where no one types, as in a test.
  if (document.execCommand?.('insertText', false, text)) return;
  area.setRangeText(text, start, end, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
