const copied = [
  'boxSizing',
  'width',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'font',
  'letterSpacing',
  'lineHeight',
  'tabSize',
  'textIndent',
  'direction',
  'unicodeBidi',
] as const;

/**
 * Where a character of a text area stands, in pixels from its corner: just below its line. No browser
 * tells, so the text up to there is laid out once more, unseen, in the same letters.
 */
export function caretPlace(area: HTMLTextAreaElement, at: number): { top: number; left: number } {
  const style = getComputedStyle(area);
  const mirror = document.createElement('div');
  for (const name of copied) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    borderStyle: 'solid',
  });
  const mark = document.createElement('span');
  mark.textContent = '\u200B';
  mirror.append(area.value.slice(0, at), mark);
  area.after(mirror);
  const place = { top: mark.offsetTop + mark.offsetHeight - area.scrollTop, left: mark.offsetLeft };
  mirror.remove();
  return place;
}
