import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JournalRecords, journalFigures, weeklySeries } from './figures.ts';

type ShareRecord = JournalRecords['shares'][number];
type DeliveryRecord = JournalRecords['deliveries'][number];

/** Wednesday 21 October 2026, 15:00 in Paris; the clocks change on Sunday 25. */
const now = Date.parse('2026-10-21T15:00:00+02:00');
const at = (local: string) => new Date(local).getTime();

function aShare(
  openedAt: string,
  state: ShareRecord['state'],
  network: ShareRecord['network'] = 'linkedin',
): ShareRecord {
  return { openedAt: at(openedAt), state, network };
}

function aDelivery(spotId: string, createdAt: string, change: Partial<DeliveryRecord> = {}): DeliveryRecord {
  return { spotId, groupId: 'c|g1', groupName: 'Veille', state: 'delivered', createdAt: at(createdAt), ...change };
}

const timeZone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Paris';
});
afterEach(() => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

describe('journalFigures', () => {
  it('has nothing but its periods for an empty journal', () => {
    const { week, month } = journalFigures({ shares: [], deliveries: [], now });
    expect(week).toEqual({
      from: at('2026-10-19T00:00'),
      published: 0,
      opened: 0,
      spots: 0,
      byNetwork: [],
      byGroup: [],
    });
    expect(month.from).toBe(at('2026-10-01T00:00'));
    expect(month.from).toBe(Date.parse('2026-10-01T00:00:00+02:00'));
  });

  it('counts what was told or proved as published, what was not said as opened, and dismissed nowhere', () => {
    const shares = [
      aShare('2026-10-19T00:00', 'confirmed'),
      aShare('2026-10-20T10:00', 'verified', 'bluesky'),
      aShare('2026-10-20T11:00', 'opened'),
      aShare('2026-10-20T12:00', 'dismissed', 'x'),
      aShare('2026-10-18T23:59', 'confirmed', 'x'),
      aShare('2026-09-30T23:59', 'confirmed', 'x'),
    ];
    const { week, month } = journalFigures({ shares, deliveries: [], now });
    expect(week).toMatchObject({
      published: 2,
      opened: 1,
      byNetwork: [
        { network: 'linkedin', published: 1, opened: 1 },
        { network: 'bluesky', published: 1, opened: 0 },
      ],
    });
    expect(month).toMatchObject({ published: 3, opened: 1 });
    expect(month.byNetwork).toContainEqual({ network: 'x', published: 1, opened: 0 });
  });

  it('counts a spot once however many groups keep it, and not when all let it go', () => {
    const deliveries = [
      aDelivery('a', '2026-10-20T10:00'),
      aDelivery('a', '2026-10-20T10:00', { groupId: 'c|g2', groupName: 'Sécurité', state: 'queued' }),
      aDelivery('b', '2026-10-20T11:00', { state: 'undone' }),
      aDelivery('c', '2026-10-20T12:00', { state: 'undoing' }),
      aDelivery('d', '2026-10-20T13:00', { state: 'undone' }),
      aDelivery('d', '2026-10-20T13:00', { groupId: 'c|g2', groupName: 'Cybersécurité' }),
      aDelivery('e', '2026-10-02T13:00', { state: 'parked' }),
    ];
    const { week, month } = journalFigures({ shares: [], deliveries, now });
    expect(week.spots).toBe(2);
    expect(week.byGroup).toEqual([
      { groupId: 'c|g2', groupName: 'Cybersécurité', spots: 2 },
      { groupId: 'c|g1', groupName: 'Veille', spots: 1 },
    ]);
    expect(month.spots).toBe(3);
  });

  it('starts the week on Monday, also seen from a Sunday and across a month', () => {
    const sunday = at('2026-11-01T23:30');
    const { week, month } = journalFigures({ shares: [], deliveries: [], now: sunday });
    expect(week.from).toBe(at('2026-10-26T00:00'));
    expect(month.from).toBe(at('2026-11-01T00:00'));
  });
});

describe('weeklySeries', () => {
  it('gives the last eight weeks, oldest first, each act in one of them', () => {
    const shares = [
      aShare('2026-10-21T14:00', 'confirmed'),
      aShare('2026-10-18T23:59', 'confirmed'),
      aShare('2026-10-12T00:00', 'verified'),
      aShare('2026-08-31T00:00', 'confirmed'),
      aShare('2026-08-30T23:59', 'confirmed'),
      aShare('2026-10-21T14:00', 'opened'),
    ];
    const series = weeklySeries({ shares, deliveries: [aDelivery('a', '2026-10-13T10:00')], now });
    expect(series).toHaveLength(8);
    expect(series.map(({ published }) => published)).toEqual([1, 0, 0, 0, 0, 0, 2, 1]);
    expect(series.map(({ spots }) => spots)).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    expect(series[0]?.from).toBe(at('2026-08-31T00:00'));
    expect(series[7]?.from).toBe(at('2026-10-19T00:00'));
  });

  it('starts each week at local midnight when the clocks change within', () => {
    const series = weeklySeries({ shares: [], deliveries: [], now: at('2026-11-04T12:00') }, 3);
    expect(series.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2026-10-18T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-11-01T23:00:00.000Z',
    ]);
  });
});
