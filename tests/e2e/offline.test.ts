import { expect, it } from 'vitest';
import { readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { openedSpotWindow } from '../../scripts/drive/pages/spot-window.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

type DeliveryRow = { state: string; failure: { code: string } | null };

inEachBrowser('without a network', (world) => {
  let state: Surface;
  let tab: Surface;
  let group = '';

  it('reads the feed that was stored, and says that it is offline', async () => {
    const { session, connect, groupNames, t } = world();
    state = await connect();
    [group = ''] = await groupNames();
    tab = await session.newPage(articleUrl);
    const online = await (await openedPopup(session, world(), tab)).waitForCards();
    await session.setOffline(true);
    const popup = await openedPopup(session, world(), tab);
    await popup.window.waitForText(t('popup_offline'));
    expect((await popup.waitForCards()).map(({ id }) => id)).toEqual(
      expect.arrayContaining(online.slice(0, 8).map(({ id }) => id)),
    );
    await popup.openTab('guidelines');
    await popup.window.waitFor({
      css: '[role="tabpanel"] h2, [role="tabpanel"] h3, [role="tabpanel"] summary',
      text: /\S/,
    });
    await popup.window.close();
  });

  it('queues a spot, and says that it will leave by itself', async () => {
    const { session, plural } = world();
    await session.clickMenu(tab, 'page', '#lead');
    const spot = await openedSpotWindow(session, world());
    await spot.waitForForm();
    await spot.choose(group);
    await spot.comment('Written in a tunnel');
    await spot.send(1);
    await spot.window.waitForText(plural('spot_done_sending', 1));
    const deliveries = await readTable<DeliveryRow>(state, 'deliveries');
    expect(deliveries.map((row) => row.state)).toEqual(['queued']);
    await spot.close();
  });

  it('delivers it once when the network is back', async () => {
    const { session, stream } = world();
    await session.setOffline(false);
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    await popup.refresh();
    await until('the delivery', async () =>
      (await readTable<DeliveryRow>(state, 'deliveries')).every((row) => row.state === 'delivered'),
    );
    const delivered = (await stream(group)).filter(({ comment }) => comment === 'Written in a tunnel');
    expect(delivered).toHaveLength(1);
  });
});
