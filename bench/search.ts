import type { Page } from 'puppeteer-core';
import { until } from '../scripts/drive/surface.ts';
import { type Bench, openExtensionPage } from './browser.ts';

/** Words that all of the items hold, one of them, none of them: each key of each is one search. */
const queries = ['plainly', '7314', 'title', 'companies', 'news', 'xylophone'];

const mark = 'relais:search-results';

/**
 * Milliseconds from each key to what it found being on screen, in the popup's page with the profile's
 * items; and the same for a page that only paints five lines at each key, which is what the screen's own
 * rhythm costs.
 */
export async function measureSearch(bench: Bench): Promise<{ relais: number[]; floor: number[] }> {
  const popup = await openExtensionPage(bench, 'relais', 'popup.html');
  await until('the list', () => popup.evaluate(() => document.documentElement.dataset.live === 'true'));
  await popup.focus('.bar input[type=search]');
  // Typed once beforehand: reading what is searched belongs to opening, and it is measured there.
  await typeEach(popup, ['warm']);
  await until('all of the items to be searched', async () => {
    await typeEach(popup, ['item']);
    return popup.evaluate(() => document.querySelectorAll('.feed-list > li').length >= 5);
  });
  const relais = await typeEach(popup, queries);
  await popup.close();
  const page = await openExtensionPage(bench, 'static', 'static.html');
  await page.evaluate(paintAtEachKey, mark);
  await page.focus('input');
  const floor = await typeEach(page, queries);
  await page.close();
  return { relais, floor };
}

/** Types each word, empties the field after it, and gives a time for each of its letters. */
async function typeEach(page: Page, words: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const word of words) {
    for (const letter of word) {
      await page.evaluate(noteNextKey, mark);
      await page.keyboard.press(letter as 'a');
      times.push(
        await until(`what “${word}” finds`, () =>
          page.evaluate((name) => {
            const { pressedAt } = globalThis as unknown as { pressedAt?: number };
            const shown = performance.getEntriesByName(name).at(-1)?.startTime;
            return pressedAt !== undefined && shown !== undefined && shown > pressedAt ? shown - pressedAt : null;
          }, mark),
        ),
      );
    }
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (field === null) return;
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  return times;
}

/** Runs in the page: from when the browser took the key, not from when its listeners ran. */
function noteNextKey(name: string): void {
  const page = globalThis as unknown as { pressedAt?: number | undefined };
  page.pressedAt = undefined;
  performance.clearMarks(name);
  addEventListener('keydown', (event) => (page.pressedAt = event.timeStamp), { capture: true, once: true });
}

/** Runs in the page: the least that answering a key can be. */
function paintAtEachKey(name: string): void {
  const field = document.createElement('input');
  field.type = 'search';
  document.body.prepend(field);
  field.addEventListener('input', () => {
    const lines = ['one', 'two', 'three', 'four', 'five'].map((word) => {
      const line = document.createElement('li');
      line.textContent = `${word} ${field.value}`;
      return line;
    });
    document.querySelector('ul')?.replaceChildren(...lines);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.mark(name);
    requestAnimationFrame(() => port2.postMessage(null));
  });
}
