import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupsPayload, spotPayload, streamPayload } from '../../../lib/contract/group.ts';
import {
  addToGroup,
  aHub,
  answered,
  aSpot,
  type Caller,
  countRows,
  postSpot,
  refused,
  setUpCompany,
  type TestHub,
} from '../testing/a-hub.ts';
import { describeEachDatabase } from '../testing/databases.ts';

describeEachDatabase('groupRoutes', (db) => {
  let hub: TestHub;
  let camille: Caller;
  let ines: Caller;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    camille = await hub.join('Camille');
    ines = await hub.join('Inès');
  });

  const stream = async (caller: Caller, groupId: string, query = '') =>
    answered(await caller.request('GET', `/api/v1/groups/${groupId}/spots${query}`), 200, streamPayload);

  it('lists open groups, groups on request, and only the private groups of the member', async () => {
    await addToGroup(db(), 'private', camille.id);
    const list = async (caller: Caller) =>
      (await answered(await caller.request('GET', '/api/v1/groups?lang=en'), 200, groupsPayload)).groups;
    expect((await list(camille)).map(({ id, name, member_count, url }) => [id, name, member_count, url])).toEqual([
      ['open', 'Group open', 0, 'https://hub.example/groups/open'],
      ['private', 'Group private', 1, null],
      ['request', 'Group request', 0, null],
    ]);
    expect((await list(ines)).map(({ id }) => id)).toEqual(['open', 'request']);
  });

  it('spots a page under its idempotency key', async () => {
    const key = randomUUID();
    const spot = await answered(await postSpot(camille, 'open', aSpot({ quote: 'A line' }), key), 201, spotPayload);
    expect(spot).toEqual({
      ...aSpot({ quote: 'A line' }),
      id: key,
      group_id: 'open',
      author_name: 'Camille',
      is_yours: true,
      created_at: new Date(hub.clock.now).toISOString(),
    });
    const rows = await db().query<{ id: string; author_id: string }>('SELECT id, author_id FROM spots');
    expect(rows).toEqual([{ id: key, author_id: camille.id }]);
    expect((await stream(ines, 'open')).spots).toEqual([{ ...spot, is_yours: false }]);
  });

  it('answers a repeated send as the first time, whatever the order of its fields', async () => {
    const key = randomUUID();
    const first = await answered(await postSpot(camille, 'open', aSpot(), key), 201, spotPayload);
    hub.clock.now += 86_400_000;
    const turned = Object.fromEntries(Object.entries(aSpot()).reverse());
    expect(await answered(await postSpot(camille, 'open', turned, key.toUpperCase()), 200, spotPayload)).toEqual(first);
    expect(await countRows(db(), 'spots')).toBe(1);
  });

  it('writes one row for twenty sends at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => postSpot(camille, 'open', aSpot(), key)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await countRows(db(), 'spots')).toBe(1);
  });

  it('refuses a key that stands for another request', async () => {
    const key = randomUUID();
    await postSpot(camille, 'open', aSpot(), key);
    await addToGroup(db(), 'request', camille.id);
    await refused(await postSpot(camille, 'open', aSpot({ comment: 'Other' }), key), 422, 'rejected');
    await refused(await postSpot(camille, 'request', aSpot(), key), 422, 'rejected');
    await refused(await postSpot(ines, 'open', aSpot(), key), 422, 'rejected');
    expect((await stream(ines, 'open')).spots).toHaveLength(1);
  });

  it.each([
    ['a script address', aSpot({ url: 'javascript:alert(1)' })],
    ['a file address', aSpot({ url: 'file:///etc/passwd' })],
    ['a script as picture', aSpot({ image_url: 'data:text/html,x' })],
    ['an empty title', aSpot({ title: '  ' })],
    ['an endless comment', aSpot({ comment: 'x'.repeat(5001) })],
    ['no body', undefined],
    ['another shape', { hello: 'there' }],
  ])('rejects %s', async (_, spot) => {
    await refused(
      await camille.request('POST', '/api/v1/groups/open/spots', spot, { 'Idempotency-Key': randomUUID() }),
      422,
      'rejected',
    );
    expect(await countRows(db(), 'spots')).toBe(0);
  });

  it.each([[{}], [{ 'Idempotency-Key': 'not-a-uuid' }]])('rejects the idempotency key in %j', async (headers) => {
    await refused(
      await camille.request('POST', '/api/v1/groups/open/spots', aSpot(), headers as Record<string, string>),
      422,
      'rejected',
    );
  });

  it('refuses a body over 256 KiB', async () => {
    const answer = await postSpot(camille, 'open', aSpot({ comment: 'x'.repeat(300_000) }));
    await refused(answer, 413, 'too_large');
  });

  it('never tells a stranger that a private group exists', async () => {
    await addToGroup(db(), 'private', camille.id);
    const spot = await answered(await postSpot(camille, 'private'), 201, spotPayload);
    for (const groupId of ['private', 'no-such-group']) {
      await refused(await postSpot(ines, groupId), 404, 'not_found');
      await refused(await ines.request('GET', `/api/v1/groups/${groupId}/spots`), 404, 'not_found');
    }
    expect((await ines.request('DELETE', `/api/v1/spots/${spot.id}`)).status).toBe(204);
    expect((await stream(camille, 'private')).spots).toHaveLength(1);
  });

  it('lets only members into a group on request', async () => {
    await refused(await postSpot(ines, 'request'), 403, 'forbidden');
    await refused(await ines.request('GET', '/api/v1/groups/request/spots'), 403, 'forbidden');
    await addToGroup(db(), 'request', ines.id);
    expect((await postSpot(ines, 'request')).status).toBe(201);
    expect((await stream(ines, 'request')).spots).toHaveLength(1);
  });

  it('pages through a stream without losing or repeating one, also when some share an instant', async () => {
    const keys: string[] = [];
    for (let count = 0; count < 65; count++) {
      if (count % 3 === 0) hub.clock.now += 1;
      const key = randomUUID();
      keys.push(key);
      await postSpot(camille, 'open', aSpot(), key);
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof stream>> = await stream(ines, 'open', next === '' ? '' : `?before=${next}`);
      seen.push(...page.spots.map((spot) => spot.id));
      next = page.next;
    }
    expect(seen).toHaveLength(65);
    expect(new Set(seen)).toEqual(new Set(keys));
    await refused(await ines.request('GET', '/api/v1/groups/open/spots?before=nonsense'), 422, 'rejected');
  });

  describe('deleting', () => {
    it('empties the row, and says the same the second time', async () => {
      const spot = await answered(await postSpot(camille, 'open'), 201, spotPayload);
      for (const _ of [1, 2]) expect((await camille.request('DELETE', `/api/v1/spots/${spot.id}`)).status).toBe(204);
      expect((await stream(camille, 'open')).spots).toEqual([]);
      const rows = await db().query('SELECT url, title, comment, quote, tags, request_hash FROM spots');
      expect(rows).toEqual([{ url: null, title: null, comment: null, quote: null, tags: null, request_hash: null }]);
    });

    it('is not undone by a late repeat of the send', async () => {
      const key = randomUUID();
      await postSpot(camille, 'open', aSpot(), key);
      await camille.request('DELETE', `/api/v1/spots/${key}`);
      await refused(await postSpot(camille, 'open', aSpot(), key), 410, 'gone');
      expect((await stream(camille, 'open')).spots).toEqual([]);
    });

    it('is for the author only', async () => {
      const spot = await answered(await postSpot(camille, 'open'), 201, spotPayload);
      await refused(await ines.request('DELETE', `/api/v1/spots/${spot.id}`), 403, 'forbidden');
      expect((await stream(camille, 'open')).spots).toHaveLength(1);
    });

    it('does not mind what never was, and rejects what is no id', async () => {
      expect((await camille.request('DELETE', `/api/v1/spots/${randomUUID()}`)).status).toBe(204);
      await refused(await camille.request('DELETE', '/api/v1/spots/42'), 422, 'rejected');
    });
  });
});
