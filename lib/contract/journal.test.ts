import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDelivery, aShare, aSpot } from '../../tests/helpers/rows.ts';
import { networkIds } from '../domain/network-ids.ts';
import { shareStates } from '../domain/share.ts';
import { fromShare, fromSpot, type JournalEntryPayload, journalEntryPayload, toShare, toSpot } from './journal.ts';
import { readJournalTable, writeJournalTable } from './journal-table.ts';

const share = fromShare(
  aShare({ network: 'x', text: '=SUM("a";b)\r\n– à lire', sharedUrl: 'https://hub.example/l/Ab12Cd34' }),
);
const spot = fromSpot(aSpot({ tags: ['dark sky', 'a,b;c'], quote: '"Oui"' }), [
  aDelivery({ groupName: 'R&D | Lab', state: 'delivered', settledAt: 1 }),
]);

const throughTable = (entries: JournalEntryPayload[]) =>
  readJournalTable(writeJournalTable(entries))?.map((row) => journalEntryPayload.parse(row));

describe('journal tables', () => {
  it('reads back what was written', () => {
    expect(throughTable([share, spot])).toEqual([share, spot]);
  });

  it('reads back any act', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const some = fc.option(text.filter((value) => value !== ''));
    const instant = fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
    const known = { id: fc.uuid(), at: instant, url: address, title: text, text, item_id: some };
    const anyShare = fc.record({
      ...known,
      kind: fc.constantFrom('share' as const, 'comment' as const),
      network: fc.option(fc.constantFrom(...networkIds)),
      state: fc.constantFrom(...shareStates),
      shared_url: fc.option(address),
      post_url: fc.option(address),
      asked_at: fc.option(instant),
      decided_at: fc.option(instant),
      removed_at: fc.option(instant),
      source_id: some,
      campaign_id: some,
    });
    const anySpot = fc.record({
      ...known,
      kind: fc.constant('spot' as const),
      quote: some,
      tags: fc.array(
        text.filter((tag) => tag !== '' && !/[\r\n]/.test(tag)),
        { maxLength: 3 },
      ),
      description: text,
      image_url: fc.option(address),
      site_name: some,
      author: some,
      language: fc.option(fc.constantFrom('fr', 'en')),
      deliveries: fc.array(
        fc.record({
          id: fc.uuid(),
          connection_id: fc.uuid(),
          group_id: text,
          group_name: text,
          state: fc.constantFrom('queued' as const, 'delivered' as const, 'undone' as const),
          settled_at: fc.option(instant),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(anyShare, anySpot), { maxLength: 6 }), (entries) => {
        expect(throughTable(entries)).toEqual(entries);
      }),
      { numRuns: 300 },
    );
  });

  it('reads what a French spreadsheet saved, columns in another order', () => {
    const table = `url;Kind;id;at;title;network;state;note\r\nhttps://acme.example/;share;a;2026-11-20T09:00:00Z;"Un; deux";x;confirmed;vu\r\n`;
    const [row] = readJournalTable(table) ?? [];
    expect(journalEntryPayload.parse(row)).toMatchObject({
      kind: 'share',
      title: 'Un; deux',
      text: '',
      network: 'x',
      post_url: null,
    });
  });

  it.each([
    ['another table', 'name,amount\r\na,1\r\n'],
    ['nothing', ''],
    ['words', 'Bonjour !'],
  ])('takes %s for no journal', (_, text) => {
    expect(readJournalTable(text)).toBeNull();
  });
});

describe('journal entries', () => {
  it('keep a share whole', () => {
    const row = aShare({
      state: 'verified',
      postUrl: 'https://bsky.app/p/1',
      decidedAt: 5,
      askedAt: 4,
      removedAt: null,
      sharedUrl: null,
    });
    expect(toShare(fromShare(row))).toEqual(row);
  });

  it('keep a spot whole, and let nothing leave that was on its way', () => {
    const settled = aDelivery({
      id: 'a',
      state: 'delivered',
      settledAt: 7,
      attempts: 1,
      nextAttemptAt: Date.UTC(2026, 10, 22, 12),
    });
    const waiting = aDelivery({ id: 'b', state: 'queued' });
    const { spot: read, deliveries } = toSpot(fromSpot(aSpot(), [settled, waiting]));
    expect(read).toEqual(aSpot());
    expect(deliveries).toMatchObject([settled, { id: 'b', state: 'parked' }]);
  });

  it.each([
    ['an address that is none', { url: 'javascript:alert(1)' }],
    ['another kind', { kind: 'like' }],
    ['a network of another version', { network: 'myspace' }],
    ['a date as people write them', { at: '20/11/2026' }],
    ['a state that there is not', { state: 'liked' }],
    ['no id', { id: '' }],
  ])('refuse %s', (_, changes) => {
    expect(journalEntryPayload.safeParse({ ...share, ...changes }).success).toBe(false);
  });
});
