import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedAsk } from '../../scripts/drive/pages/ask.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { openedSpotWindow } from '../../scripts/drive/pages/spot-window.ts';
import type { Surface } from '../../scripts/drive/surface.ts';
import type { Locale } from '../../scripts/drive/words.ts';
import { inEachBrowser } from './harness.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every rule of WCAG 2.2 AA that a machine can check; the source is evaluated, for no script may be added to a page. */
async function violations(page: Surface): Promise<string[]> {
  await page.evaluateSource(`${axe}; undefined`);
  return page.evaluate(async (runOnly: string[]) => {
    type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { axe: checker } = globalThis as unknown as { axe: Axe };
    const result = await checker.run({ runOnly });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, tags);
}

const pages = [
  { path: 'welcome.html', key: 'welcome_title' },
  { path: 'options.html', key: 'options_title' },
  { path: 'dashboard.html#journal', key: 'dashboard_title' },
  { path: 'dashboard.html#leaderboard', key: 'dashboard_title' },
  { path: 'sheet.html', key: 'sheet_title' },
] as const;

for (const locale of ['en', 'fr'] as const satisfies Locale[]) {
  inEachBrowser(
    'screens',
    (world) => {
      it.each(['light', 'dark'] as const)('pass axe empty, in %s', async (scheme) => {
        const { session, t } = world();
        await session.setColorScheme(scheme);
        const tab = await session.newPage(articleUrl);
        const { window: popup } = await openedPopup(session, world(), tab);
        await popup.waitForText(t('popup_no_source_title'));
        expect(await violations(popup)).toEqual([]);
        await popup.close();
        await tab.close();
      });

      it('connect, and ask after a share, accessibly', async () => {
        const { connect, session, t } = world();
        const page = await connect();
        const [item] = await readTable<{ id: string }>(page, 'items');
        expect(item).toBeDefined();
        await command(page, 'startShare', { itemId: item?.id, network: 'linkedin', text: 'Own words' });
        const composer = await session.waitForWindow('the composer', (url) =>
          url.startsWith('https://www.linkedin.com/'),
        );
        await composer.close();
        const ask = await openedAsk(session, world());
        await ask.window.waitForText(t('ask_question', 'LinkedIn'));
        expect(await violations(ask.window)).toEqual([]);
        await ask.window.close();
        const itemId = encodeURIComponent(item?.id ?? '');
        for (const path of [
          `compose.html?item=${itemId}&networks=x`,
          `compose.html?item=${itemId}&networks=linkedin,x&round=1`,
        ]) {
          const compose = await session.openPage(path);
          await compose.waitFor({ role: 'button', name: /LinkedIn/ });
          expect(await violations(compose), path).toEqual([]);
          await compose.close();
        }
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
        await page.waitForText(t('options_title'));
      });

      it.each(['light', 'dark'] as const)('pass axe in %s, in the right words', async (scheme) => {
        const { session, t } = world();
        await session.setColorScheme(scheme);
        for (const { path, key } of pages) {
          const page = await session.openPage(path);
          await page.waitForText(t(key));
          expect(await violations(page), path).toEqual([]);
          await page.close();
        }
      });

      it.each(['light', 'dark'] as const)(
        'pass axe in the popup’s tabs, the composer and the spot window, in %s',
        async (scheme) => {
          const { session, t } = world();
          await session.setColorScheme(scheme);
          const tab = await session.newPage(articleUrl);
          const popup = await openedPopup(session, world(), tab);
          const [card] = await popup.waitForCards();
          await popup.window.waitForText(t('popup_tab_feed'));
          expect(await violations(popup.window), 'feed').toEqual([]);
          for (const name of ['guidelines', 'relay'] as const) {
            await popup.openTab(name);
            await popup.window.waitFor({ css: '[role="tabpanel"] h2, [role="tabpanel"] h3', text: /\S/ });
            expect(await violations(popup.window), name).toEqual([]);
          }
          await popup.openTab('feed');
          await popup.compose(card?.title ?? '');
          await popup.window.waitFor('textarea');
          expect(await violations(popup.window), 'composer').toEqual([]);
          await popup.window.close();
          await session.clickMenu(tab, 'page', '#lead');
          const spot = await openedSpotWindow(session, world());
          await spot.waitForForm();
          expect(await violations(spot.window), 'spot window').toEqual([]);
          await spot.window.close();
          await session.waitForNoWindow('the spot window to close', (url) => url.includes('/spot.html'));
          await tab.close();
        },
      );
    },
    locale,
  );
}
