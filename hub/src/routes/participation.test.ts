import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  leaderboardPayload,
  type ParticipationEventPayload,
  participationEventsPayload,
  participationPayload,
} from '../../../lib/contract/participation.ts';
import { dailyCap, points } from '../../../lib/domain/leaderboard.ts';
import { periodAround } from '../db/queries/leaderboard.ts';
import {
  aHub,
  answered,
  type Caller,
  countRows,
  postSpot,
  refused,
  setUpCompany,
  type TestHub,
} from '../testing/a-hub.ts';
import { aDay, describeEachDatabase } from '../testing/databases.ts';

const dayMs = 86_400_000;
const day = (shift = 0) => new Date(aDay + shift * dayMs).toISOString().slice(0, 10);

function anEvent(changes: Partial<ParticipationEventPayload> = {}): ParticipationEventPayload {
  return {
    id: randomUUID(),
    kind: 'share',
    network: 'linkedin',
    state: 'confirmed',
    item_id: 'first',
    day: day(),
    ...changes,
  };
}

describeEachDatabase('participationRoutes', (db) => {
  let hub: TestHub;
  let camille: Caller;
  let ines: Caller;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    camille = await hub.join('Camille');
    ines = await hub.join('Inès');
  });

  const takePart = (caller: Caller, display_name: string) =>
    caller.request('PUT', '/api/v1/participation', { display_name });
  const send = (caller: Caller, ...events: ParticipationEventPayload[]) =>
    caller.request('POST', '/api/v1/participation/events', { events });
  const accepted = async (response: Promise<Response>) =>
    (await answered(await response, 200, participationEventsPayload)).accepted;
  const board = async (caller: Caller, period = 'month') =>
    answered(await caller.request('GET', `/api/v1/leaderboard?period=${period}`), 200, leaderboardPayload);
  const own = async (caller: Caller, period = 'month') => {
    const row = (await board(caller, period)).rows.find((found) => found.is_you);
    return row === undefined ? null : [row.shares, row.spots, row.points];
  };

  it('is off until asked for, and off again without a trace', async () => {
    await refused(await camille.request('GET', '/api/v1/participation'), 404, 'not_found');
    await refused(await send(camille, anEvent()), 403, 'forbidden');
    expect(await countRows(db(), 'participation_events')).toBe(0);

    const on = await answered(await takePart(camille, ' Luciole '), 200, participationPayload);
    expect(on).toEqual({ display_name: 'Luciole' });
    expect(await answered(await camille.request('GET', '/api/v1/participation'), 200, participationPayload)).toEqual(
      on,
    );
    await send(camille, anEvent(), anEvent({ item_id: 'second' }));

    for (const _ of [1, 2]) expect((await camille.request('DELETE', '/api/v1/participation')).status).toBe(204);
    await refused(await camille.request('GET', '/api/v1/participation'), 404, 'not_found');
    expect(await countRows(db(), 'participation_events')).toBe(0);
    expect((await board(camille)).rows).toEqual([]);
  });

  it.each([[{}], [{ display_name: '' }], [{ display_name: 'x'.repeat(61) }]])(
    'rejects the name in %j',
    async (body) => {
      await refused(await camille.request('PUT', '/api/v1/participation', body), 422, 'rejected');
    },
  );

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 101 }, () => anEvent())],
    ['an unknown network', [anEvent({ network: 'myspace' as 'x' })]],
    ['a day that is none', [anEvent({ day: '2026-02-30' })]],
  ])('rejects events: %s', async (_, events) => {
    await takePart(camille, 'Camille');
    await refused(await camille.request('POST', '/api/v1/participation/events', { events }), 422, 'rejected');
  });

  it('keeps one row for an event however often it is sent, with the last state', async () => {
    await takePart(camille, 'Camille');
    const event = anEvent({ state: 'opened' });
    expect(await accepted(send(camille, event))).toBe(1);
    expect(await own(camille)).toEqual([0, 0, 0]);
    expect(await accepted(send(camille, { ...event, state: 'dismissed' }, { ...event, state: 'confirmed' }))).toBe(2);
    expect(await own(camille)).toEqual([1, 0, points.share]);
    await send(camille, { ...event, state: 'dismissed' });
    expect(await own(camille)).toEqual([0, 0, 0]);
    expect(await countRows(db(), 'participation_events')).toBe(1);
  });

  it('keeps two members’ events apart, even under the same id', async () => {
    await takePart(camille, 'Camille');
    await takePart(ines, 'Inès');
    const event = anEvent();
    await send(camille, event);
    await send(ines, { ...event, state: 'dismissed' });
    expect(await own(camille)).toEqual([1, 0, points.share]);
    expect(await own(ines)).toEqual([0, 0, 0]);
  });

  describe('days', () => {
    it('counts tomorrow as today, for clocks in the East', async () => {
      await takePart(camille, 'Camille');
      expect(await accepted(send(camille, anEvent({ day: day(3) })))).toBe(1);
      expect(await db().query('SELECT day::text AS day FROM participation_events')).toEqual([{ day: day() }]);
    });

    it('leaves out what is more than 40 days back', async () => {
      await takePart(camille, 'Camille');
      expect(await accepted(send(camille, anEvent({ day: day(-40) }), anEvent({ day: day(-41) })))).toBe(1);
      expect(await countRows(db(), 'participation_events')).toBe(1);
    });

    it('does not let a correction move an act to another day', async () => {
      await takePart(camille, 'Camille');
      const event = anEvent({ day: day(-5) });
      await send(camille, event);
      await send(camille, { ...event, day: day() });
      expect(await db().query('SELECT day::text AS day FROM participation_events')).toEqual([{ day: day(-5) }]);
    });
  });

  describe('points', () => {
    it('credits a person once for each item and network', async () => {
      await takePart(camille, 'Camille');
      await send(
        camille,
        anEvent(),
        anEvent({ day: day(-1) }),
        anEvent({ network: 'x' }),
        anEvent({ item_id: 'second', state: 'verified' }),
      );
      expect(await own(camille)).toEqual([3, 0, 3 * points.share]);
    });

    it('credits nothing for what the hub did not publish, nor without a network', async () => {
      await takePart(camille, 'Camille');
      await send(
        camille,
        anEvent({ item_id: 'elsewhere' }),
        anEvent({ item_id: null }),
        anEvent({ network: null }),
        anEvent({ network: 'teams' }),
        anEvent({ network: 'email' }),
        anEvent({ state: 'done' }),
      );
      expect(await own(camille)).toEqual([0, 0, 0]);
    });

    it('credits a spot only while it stands on this hub, by this member', async () => {
      await takePart(camille, 'Camille');
      await takePart(ines, 'Inès');
      const id = randomUUID();
      const spotted = anEvent({ id, kind: 'spot', network: null, state: 'done', item_id: null });
      await send(camille, spotted);
      expect(await own(camille)).toEqual([0, 0, 0]);
      await postSpot(camille, 'open', undefined, id);
      expect(await own(camille)).toEqual([0, 1, points.spot]);
      await send(ines, spotted);
      expect(await own(ines)).toEqual([0, 0, 0]);
      await camille.request('DELETE', `/api/v1/spots/${id}`);
      expect(await own(camille)).toEqual([0, 0, 0]);
    });

    it(`counts ${dailyCap} acts of each kind in a day`, async () => {
      await takePart(camille, 'Camille');
      const shares = ['first', 'second', 'third'].flatMap((item_id) =>
        (['linkedin', 'x', 'bluesky'] as const).map((network) => anEvent({ item_id, network })),
      );
      await send(camille, ...shares);
      for (let count = 0; count < 7; count++) {
        const id = randomUUID();
        await postSpot(camille, 'open', undefined, id);
        await send(camille, anEvent({ id, kind: 'spot', network: null, state: 'done', item_id: null }));
      }
      expect(await own(camille)).toEqual([dailyCap, dailyCap, dailyCap * (points.share + points.spot)]);
    });

    it('gives each period its own days', async () => {
      await takePart(camille, 'Camille');
      await send(camille, anEvent({ day: '2026-05-31' }), anEvent({ item_id: 'second', day: '2026-06-01' }));
      expect(await own(camille, 'month')).toEqual([1, 0, points.share]);
      expect(await own(camille, 'quarter')).toEqual([2, 0, 2 * points.share]);
      const month = await board(camille);
      expect([month.from, month.to]).toEqual(['2026-06-01T00:00:00.000Z', '2026-06-30T23:59:59.999Z']);
    });
  });

  it('ranks everyone who takes part, equals together, and hides the team of a pseudonym', async () => {
    const otto = await hub.join('Otto');
    await db().query("UPDATE members SET team = 'R&D'");
    await takePart(otto, 'Luciole');
    await takePart(ines, 'Inès');
    await takePart(camille, 'Camille');
    await send(ines, anEvent());
    await send(camille, anEvent());
    const { rows, participant_count } = await board(camille);
    expect(participant_count).toBe(3);
    expect(rows.map((row) => [row.rank, row.display_name, row.team, row.is_you])).toEqual([
      [1, 'Camille', 'R&D', true],
      [1, 'Inès', 'R&D', false],
      [3, 'Luciole', null, false],
    ]);
  });

  it('rejects a period that is none', async () => {
    await refused(await camille.request('GET', '/api/v1/leaderboard?period=decade'), 422, 'rejected');
  });
});

describe('periodAround', () => {
  it.each([
    ['month', '2026-01-01T00:00:00Z', '2026-01-01', '2026-01-31'],
    ['month', '2028-02-29T23:59:59Z', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-03-31T12:00:00Z', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-12-01T12:00:00Z', '2026-10-01', '2026-12-31'],
  ] as const)('finds the %s of %s', (period, now, from, to) => {
    const found = periodAround(period, Date.parse(now));
    expect([found.from, found.to].map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([from, to]);
  });
});
