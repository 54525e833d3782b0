import { expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedSpotWindow } from '../../scripts/drive/pages/spot-window.ts';
import type { StageRequest } from '../../scripts/drive/stage.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { inEachBrowser, type World } from './harness.ts';

type DeliveryRow = { id: string; state: string; attempts: number; failure: { code: string } | null };

const isSpotRequest = ({ method, url }: StageRequest) => method === 'POST' && url.endsWith('/spots');

/** Waits until every delivery is settled, as people bring it about: by using Relais, which wakes the background. */
async function settle(page: Surface): Promise<DeliveryRow[]> {
  return until('every delivery to settle', async () => {
    await command(page, 'refreshSources', { sourceId: null });
    const rows = await readTable<DeliveryRow>(page, 'deliveries');
    return rows.every(({ state }) => state === 'delivered') && rows;
  });
}

async function writeSpot(world: World, comment: string) {
  const [group = ''] = await world.groupNames();
  const page = await world.session.newPage(articleUrl);
  await world.session.clickMenu(page, 'page', '#lead');
  const spot = await openedSpotWindow(world.session, world);
  await spot.waitForForm();
  await spot.choose(group);
  await spot.comment(comment);
  return {
    spot,
    onHub: async () => (await world.stream(group)).filter((row) => row.comment === comment).length,
    finish: async () => {
      await page.close();
      await spot.close();
    },
  };
}

inEachBrowser('a background that dies', (world) => {
  let page: Surface;

  it('is the same as one that never lived: it answers under a new boot id', async () => {
    page = await world().connect();
    const first = await command<{ bootId: string }>(page, 'ping', {});
    expect((await command<{ bootId: string }>(page, 'ping', {})).bootId).toBe(first.bootId);
    await world().session.killBackground();
    expect((await command<{ bootId: string }>(page, 'ping', {})).bootId).not.toBe(first.bootId);
  });

  it('between writing the spot and the hub seeing it: one row', async () => {
    const { stage, session } = world();
    const { spot, onHub, finish } = await writeSpot(world(), 'died before the hub saw it');
    const held = stage.hold(isSpotRequest);
    await spot.send(1);
    const { release } = await held;
    expect(await onHub()).toBe(0);
    await session.killBackground();
    release('drop_request');
    await settle(page);
    expect(await onHub()).toBe(1);
    await finish();
  });

  it('between the hub’s writing and its answer: one row', async () => {
    const { stage, session } = world();
    const { spot, onHub, finish } = await writeSpot(world(), 'died before the answer');
    const held = stage.hold(isSpotRequest);
    await spot.send(1);
    const { release } = await held;
    release('drop_answer');
    await until('the hub to have it', async () => (await onHub()) === 1);
    await session.killBackground();
    await settle(page);
    expect(await onHub()).toBe(1);
    await finish();
  });

  it('at any moment after the click, again and again: every spot once', async () => {
    const { session, groupNames, stream } = world();
    const [, group = ''] = await groupNames();
    const groups = await readTable<{ id: string; name: string }>(page, 'groups');
    const groupId = groups.find(({ name }) => name === group)?.id ?? '';
    const before = (await stream(group)).length;
    const tab = await session.newPage(articleUrl);
    const count = 12;
    for (let i = 0; i < count; i += 1) {
      await session.runCommand(tab, 'spot-page');
      const window = await session.waitForWindow('the spot window', (url) => url.includes('/spot.html?draft='));
      const draftId = new URL(await window.url()).searchParams.get('draft');
      const input = { draftId, title: `Round ${i}`, comment: '', quote: null, tags: [], groupIds: [groupId] };
      // The kill lands later each time: before the write, in it, before the send, in it, after it.
      const sent = command(page, 'sendSpot', input).catch(() => undefined);
      for (let turn = 0; turn < i * 3; turn += 1) await page.evaluate(() => 0);
      await session.killBackground();
      await sent;
      // Whoever got no answer presses again: the draft is still there, or the spot is.
      await command(page, 'sendSpot', input);
      await window.close();
      await session.waitForNoWindow('the spot window to close', (url) => url.includes('/spot.html'));
    }
    await settle(page);
    const titles = (await stream(group)).slice(0, -before || undefined).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(Array.from({ length: count }, (_, i) => `Round ${i}`).toSorted());
  });
});
