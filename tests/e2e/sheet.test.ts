import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import type { Session } from '../../scripts/drive/session.ts';
import type { Surface } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

/** The tab as Puppeteer has it, for what only it can do: print. */
async function sheetPage(session: Session): Promise<Page> {
  const target = session.browser.targets().find((candidate) => candidate.url().endsWith('/sheet.html'));
  const page = await target?.page();
  if (!page) throw new Error('no sheet is open');
  return page;
}

/** Page objects are not compressed in what Chromium writes. */
function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g) ?? []
  ).length;
}

/** Inside margins of a centimetre. */
const printableMm = { A4: 277, Letter: 259.4 };

async function choosePath(sheet: Surface, words: string): Promise<void> {
  await sheet.evaluate((wanted) => {
    const select = document.querySelector('select');
    const index = [...(select?.options ?? [])].findIndex((option) => option.text === wanted);
    if (select) select.selectedIndex = index;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  }, words);
}

inEachBrowser(
  'the printed sheet',
  (world) => {
    beforeAll(async () => {
      const { connect } = world();
      await (await connect()).close();
    });

    it('opens from the guidelines, with the whole charter', async () => {
      const { session, t } = world();
      const tab = await session.newPage(articleUrl);
      const popup = await openedPopup(session, world(), tab);
      await popup.openTab('guidelines');
      await popup.window.waitFor({ role: 'button', name: t('guidelines_sheet') });
      // The popup closes under the button: an input event would wait for its answer for ever.
      await popup.window.evaluate((words) => {
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click();
      }, t('guidelines_sheet'));
      const sheet = await session.waitForWindow('the sheet', (url) => url.endsWith('/sheet.html'));
      await sheet.waitForText(t('sheet_print'));
      await sheet.waitForText('Maison Lumen');
      expect(await sheet.evaluate(() => document.querySelectorAll('.paper-card').length)).toBeGreaterThan(3);
      await sheet.close();
      await tab.close();
    });

    it.each(['A4', 'Letter'] as const)('takes one page of %s, whichever cards are on it', async (format) => {
      const { kind, session, t } = world();
      const sheet = await session.openPage('sheet.html');
      await sheet.waitForText(t('sheet_hint'));
      const paths = await sheet.evaluate(() =>
        [...(document.querySelector('select')?.options ?? [])].map((o) => o.text),
      );
      for (const path of paths.length === 0 ? [null] : paths) {
        if (path !== null) await choosePath(sheet, path);
        await sheet.waitForText(t('sheet_hint'));
        // Firefox prints no page of an extension through its protocol: there, the paper is measured.
        if (kind === 'chromium') {
          expect(countPages(await (await sheetPage(session)).pdf({ format })), path ?? '').toBe(1);
        } else {
          const heightPx = await sheet.evaluate(() => document.querySelector('.paper-text')?.scrollHeight ?? 0);
          expect(heightPx, path ?? '').toBeGreaterThan(400);
          expect(heightPx, path ?? '').toBeLessThan((printableMm[format] * 96) / 25.4);
        }
      }
      await sheet.close();
    });
  },
  'fr',
);
