import { until } from '../scripts/drive/surface.ts';
import { type Bench, openExtensionPage } from './browser.ts';

const mark = 'relais:composer-ready';
const pencil = '.item-acts > .r-icon-button:has(+ .r-grow)';

/**
 * Milliseconds from a click on a card's pencil to the composer being on screen with the focus in its
 * text, in the popup's page with the profile's items; each time on another card, as people do.
 */
export async function measureComposer(bench: Bench, rounds: number): Promise<number[]> {
  const popup = await openExtensionPage(bench, 'relais', 'popup.html');
  await until('the list', () => popup.evaluate(() => document.documentElement.dataset.live === 'true'));
  // What is fetched while nobody waits is fetched by then: people read a title before they write.
  await popup.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500))));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await popup.evaluate(
      (name, css, at) => {
        const page = globalThis as unknown as { clickedAt?: number | undefined };
        page.clickedAt = undefined;
        performance.clearMarks(name);
        addEventListener('click', (event) => (page.clickedAt = event.timeStamp), { capture: true, once: true });
        const buttons = [...document.querySelectorAll<HTMLElement>(css)];
        const button = buttons[at % buttons.length];
        button?.setAttribute('data-bench', '');
        button?.scrollIntoView({ block: 'center' });
      },
      mark,
      pencil,
      round,
    );
    await popup.click('[data-bench]');
    times.push(
      await until('the composer', () =>
        popup.evaluate((name) => {
          const { clickedAt } = globalThis as unknown as { clickedAt?: number };
          const ready = performance.getEntriesByName(name).at(-1)?.startTime;
          const isFocused = document.activeElement?.tagName === 'TEXTAREA';
          return clickedAt !== undefined && ready !== undefined && isFocused ? ready - clickedAt : null;
        }, mark),
      ),
    );
    await popup.keyboard.press('Escape');
    await until('the list again', () =>
      popup.evaluate(() => {
        document.querySelector('[data-bench]')?.removeAttribute('data-bench');
        return document.querySelector('.composer') === null;
      }),
    );
  }
  await popup.close();
  return times;
}
