import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { feedPayload } from '../../../lib/contract/feed.ts';
import { aHub, answered, type Caller, setUpCompany, type TestHub } from '../testing/a-hub.ts';
import { aDay, describeEachDatabase } from '../testing/databases.ts';

describeEachDatabase('_relais.sharers_today', (db) => {
  let hub: TestHub;
  let callers: Caller[];
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    callers = [];
    for (let i = 0; i < 10; i += 1) callers.push(await hub.join(`Colleague ${i}`));
    for (const [i, caller] of callers.entries()) {
      await caller.request('PUT', '/api/v1/participation', { display_name: `Light ${i}` });
    }
  });

  const share = (caller: Caller | undefined, changes: object = {}) =>
    caller?.request('POST', '/api/v1/participation/events', {
      events: [
        {
          ...{ id: randomUUID(), kind: 'share', network: 'linkedin', state: 'confirmed', item_id: 'first' },
          day: new Date(hub.clock.now).toISOString().slice(0, 10),
          ...changes,
        },
      ],
    });
  const read = async (path = '/api/v1/feed') =>
    (await answered((await callers[0]?.request('GET', path)) as Response, 200, feedPayload))._relais;

  it('says nothing of fewer than five people, whatever each of them does', async () => {
    for (const caller of callers.slice(0, 4)) {
      await share(caller);
      await share(caller, { network: 'x' });
    }
    await share(callers[4], { state: 'opened' });
    await share(callers[5], { state: 'dismissed' });
    await share(callers[6], { item_id: 'second' });
    await share(callers[7], { day: new Date(aDay - 86_400_000).toISOString().slice(0, 10) });
    expect((await read()).sharers_today).toEqual({});
  });

  it('tells members a step, and the public nothing', async () => {
    for (const caller of callers.slice(0, 7)) await share(caller);
    expect((await read()).sharers_today).toEqual({ first: 5 });
    for (const caller of callers) await share(caller);
    expect((await read()).sharers_today).toEqual({ first: 10 });
    const open = await answered(await hub.request('GET', '/feed.json'), 200, feedPayload);
    expect(open._relais).not.toHaveProperty('sharers_today');
  });

  it('is whole in an answer to a cursor, changes its ETag, and forgets with who withdraws and with the day', async () => {
    const { cursor } = await read();
    const since = `/api/v1/feed?since=${cursor}`;
    const before = (await callers[0]?.request('GET', since))?.headers.get('ETag');
    for (const caller of callers.slice(0, 5)) await share(caller);
    const after = await callers[0]?.request('GET', since, undefined, { 'If-None-Match': before ?? '' });
    expect(after?.status).toBe(200);
    expect((await read(since)).sharers_today).toEqual({ first: 5 });
    await callers[1]?.request('DELETE', '/api/v1/participation');
    expect((await read(since)).sharers_today).toEqual({});
    await share(callers[5]);
    expect((await read()).sharers_today).toEqual({ first: 5 });
    hub.clock.now += 86_400_000;
    expect((await read()).sharers_today).toEqual({});
  });
});
