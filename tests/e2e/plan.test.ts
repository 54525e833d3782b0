import { expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

type PlanRow = { id: string; state: string; text: string; at: number };

const badgeOf = (page: Surface) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
    return (scope.browser ?? scope.chrome).action.getBadgeText({});
  });

inEachBrowser('a share put off', (world) => {
  it('comes back with its words when its time passed without a background, and is done with once shared', async () => {
    const { session, t } = world();
    const state = await world().connect();
    const tab = await session.newPage(articleUrl);
    const popup = await openedPopup(session, world(), tab);
    const title = (await popup.waitForCards()).find(({ canShare }) => canShare)?.title ?? '';
    await popup.compose(title);
    const { window } = popup;
    await window.fill('textarea', 'Words for another day.');
    await window.click({ role: 'button', name: t('plan_later') });
    await window.click({ role: 'button', name: t('plan_save') });
    const [plan] = await until('the plan', async () => {
      const rows = await readTable<PlanRow>(state, 'plans');
      return rows.length > 0 && rows;
    });
    expect(plan).toMatchObject({ state: 'planned', text: 'Words for another day.' });
    expect(plan?.at).toBeGreaterThan(Date.now());
    await window.waitFor({ role: 'button', name: t('action_undo') });
    await window.close();

    // As if it had been planned for a moment in which no background lived, and every alarm were gone.
    await command(state, 'movePlan', { planId: plan?.id ?? '', at: Date.now() - 60_000 });
    await state.evaluate(async () => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
      await (scope.browser ?? scope.chrome).alarms.clearAll();
    });
    await session.killBackground();
    await command(state, 'ping', {});
    await until('it to be due', async () => (await readTable<PlanRow>(state, 'plans'))[0]?.state === 'due');
    await until('the mark on the toolbar', async () => (await badgeOf(state)).startsWith('•'));

    const again = await openedPopup(session, world(), tab);
    await again.window.waitForText(t('plan_due_title_one'));
    await again.window.click({ role: 'button', name: t('plan_open_of', title) });
    const composer = await session.waitForWindow('the composer', (url) => url.includes('/compose.html'));
    await composer.until('the words', () => document.querySelector('textarea')?.value === 'Words for another day.');
    await composer.click({ role: 'button', name: t('composer_share', 'LinkedIn') });
    const network = await session.waitForWindow('LinkedIn’s composer', (url) =>
      url.startsWith('https://www.linkedin.com/sharing/share-offsite/?url='),
    );
    await until('the plan to be done', async () => (await readTable(state, 'plans')).length === 0);
    await until('the mark to be gone', async () => !(await badgeOf(state)).startsWith('•'));
    await network.close();
  });
});
