import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
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
