/** In points: the smallest is that of a medicine's leaflet, which is still read. */
const largest = 10.5;
const smallest = 6.5;
const step = 0.25;

/**
 * What A4 and Letter both hold within margins of a centimetre: the lower one is Letter's height, and a
 * printer's fonts may set a line more than the screen's.
 */
const heightMm = 254;

/** Gives a sheet the largest print in which it fits one page; false when it fits in none. */
export function fitPaper(paper: HTMLElement): boolean {
  const heightPx = (heightMm * 96) / 25.4;
  for (let size = largest; size >= smallest; size -= step) {
    paper.style.setProperty('--paper-size', `${size}pt`);
    if (paper.scrollHeight <= heightPx) return true;
  }
  return false;
}
