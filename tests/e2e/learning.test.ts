import { expect, it } from 'vitest';
import { readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import type { Surface } from '../../scripts/drive/surface.ts';
import { until } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

type Reading = { guidelineId: string; version: string };
type Card = { id: string; title: string; kind: string; position: number; roles: string[] };

/** Presses a button of a long list by keyboard, once it is there. */
async function press(window: Surface, css: string, words: string): Promise<void> {
  await window.until(
    `“${words}”`,
    (selector, wanted) => {
      const plain = (text: string | null) => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
        plain(element.textContent).startsWith(plain(wanted)),
      );
      found?.focus();
      return found !== undefined && document.activeElement === found;
    },
    css,
    words,
  );
  await window.press('Enter');
}

inEachBrowser(
  'learning',
  (world) => {
    it('acknowledges the charter and goes from card to card by keyboard, and ticks the first steps', async () => {
      const { connect, session, t } = world();
      const state: Surface = await connect();
      const tab = await session.newPage(articleUrl);
      const popup = await openedPopup(session, world(), tab);
      await popup.openTab('guidelines');
      await popup.window.waitForText(t('first_week_progress', '1', '5'));
      await press(popup.window, 'button', t('guidelines_acknowledge'));
      await popup.window.waitForText(t('first_week_progress', '2', '5'));

      const cards = (await readTable<Card>(state, 'guidelines'))
        .filter(({ kind, roles }) => kind === 'card' && roles.length === 0)
        .sort((a, b) => a.position - b.position);
      const [first, second] = cards;
      if (first === undefined || second === undefined) throw new Error('the sample company has too few cards');
      await press(popup.window, 'summary', first.title);
      await press(popup.window, 'button', t('guidelines_read_next', second.title));
      await popup.window.until(
        'the focus to be on the next card',
        (title) => document.activeElement?.textContent?.includes(title),
        second.title,
      );
      // Its words are open already.
      await popup.window.waitFor({ css: '.guideline[open] .r-markdown', text: /\S/ });
      const readings = await until('the reading to be kept', async () => {
        const rows = await readTable<Reading>(state, 'learning');
        return rows.length > 0 && rows;
      });
      expect(readings.map(({ guidelineId }) => guidelineId)).toEqual([first.id]);
      expect(await readTable(state, 'guidelineVersions')).toHaveLength(2);
      await popup.window.close();
      await tab.close();
    });

    it('keeps the first steps away once they were put away', async () => {
      const { session, t } = world();
      const tab = await session.newPage(articleUrl);
      const popup = await openedPopup(session, world(), tab);
      await popup.openTab('guidelines');
      await popup.window.click({ role: 'button', name: t('first_week_dismiss') });
      await popup.window.until('them to be gone', () => document.querySelector('.first-week') === null);
      const again = await openedPopup(session, world(), tab);
      await again.openTab('guidelines');
      await again.window.waitFor('.charter');
      expect(await again.window.has('.first-week')).toBe(false);
      await again.window.close();
      await tab.close();
    });
  },
  'fr',
);
