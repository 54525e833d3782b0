import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemKinds } from '../lib/domain/item.ts';
import { reportFeed } from './feed-report.ts';
import { writeReport } from './write-report.ts';

const now = Date.UTC(2026, 10, 22, 12);
const example = readFileSync(join(import.meta.dirname, '../docs/example-feed.json'), 'utf8');

function report(text: string, contentType: string | null = null) {
  return reportFeed({
    bytes: new TextEncoder().encode(text),
    url: 'https://www.maison-lumen.example/relais.json',
    contentType,
    now,
  });
}

type Json = Record<string, unknown>;
const faultsOf = async (feed: Json) =>
  (await report(JSON.stringify(feed))).faults.map(({ severity, path, message }) => `${severity} ${path} ${message}`);

/** A feed that is well; a test spoils one thing. */
const aFeed = ({
  relais = {},
  item = {},
  own = {},
  ...feed
}: { relais?: Json; item?: Json; own?: Json } & Json = {}): Json => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Maison Lumen',
  _relais: { version: 1, campaigns: [{ id: 'week', title: 'Week' }], ...relais },
  items: [
    {
      id: 'heat',
      url: 'https://www.maison-lumen.example/heat',
      title: 'Heat',
      date_published: '2026-11-20T09:00:00+01:00',
      _relais: own,
      ...item,
    },
  ],
  ...feed,
});

const check = (values: Json): Json => ({
  relais: { checks: [{ id: 'a', help: 'Help.', rule: { type: 'contains_none', terms: ['secret'] }, ...values }] },
});

describe('reportFeed', () => {
  it('finds nothing wrong with the example of the documents, and reads all of it', async () => {
    const { feed, faults } = await report(example);
    expect(faults).toEqual([]);
    const written = JSON.parse(example);
    expect(feed?.checks.map(({ id }) => id)).toEqual(written._relais.checks.map(({ id }: { id: string }) => id));
    expect(feed?.guidelines).toHaveLength(written._relais.guidelines.length);
    expect(feed?.campaigns).toHaveLength(1);
    expect(new Set(feed?.items.map(({ kind }) => kind))).toEqual(new Set(itemKinds));
    const byId = new Map(feed?.items.map((item) => [item.externalId, item]));
    expect(byId.get('halo')?.embargoUntil).toBe(Date.UTC(2027, 0, 12, 7));
    expect(byId.get('open-doors')?.event?.place).toBe('12 rue des Fondeurs, Roubaix');
    expect(byId.get('optics-engineer')).toMatchObject({
      networks: ['linkedin'],
      job: { place: 'Lille' },
      audience: { countries: ['FR', 'BE'] },
    });
    expect(byId.get('which-square')?.poll?.choices).toHaveLength(2);
  });

  it('finds nothing wrong with the feed its other tests spoil', async () => {
    expect(await faultsOf(aFeed())).toEqual([]);
  });

  it.each<[string, Parameters<typeof aFeed>[0], string]>([
    [
      'a slip in a field',
      { own: { embargo_til: '2026-11-30T08:00:00Z' } },
      'warning $.items[0]._relais.embargo_til This field is not known. Is “embargo_until” meant?',
    ],
    ['a field of no one', { relais: { mood: 'sunny' } }, 'warning $._relais.mood This field is not known.'],
    [
      'a date without a zone',
      { own: { expires_at: '2026-12-01 08:00' } },
      'error $.items[0]._relais.expires_at Invalid ISO datetime.',
    ],
    ['a title missing', { title: undefined }, 'error $.title '],
    [
      'an unknown campaign',
      { own: { campaign: 'wek' } },
      'warning $.items[0]._relais.campaign There is no campaign “wek” in this feed.',
    ],
    [
      'an unknown network',
      { own: { networks: ['linkedin', 'myspace'] } },
      'warning $.items[0]._relais.networks[1] No network is called “myspace”.',
    ],
    ['no known network', { own: { networks: ['myspace'] } }, 'error item "heat" It names no network that Relais knows'],
    [
      'an internal address',
      { item: { url: 'https://intranet/heat' } },
      'error item "heat" https://intranet/heat is an internal address',
    ],
    ['no address', { item: { url: undefined } }, 'warning item "heat" It has no address'],
    [
      'an expiry before the embargo',
      { own: { embargo_until: '2026-12-02T08:00:00Z', expires_at: '2026-12-01T08:00:00Z' } },
      'error item "heat" It expires before its embargo ends',
    ],
    ['an expired item', { own: { expires_at: '2026-11-01T08:00:00Z' } }, 'warning item "heat" It has expired'],
    ['an embargo that cannot be read', { own: { embargo_until: 'soon' } }, 'error $.items 1 entries were lost'],
    ['an event without a date', { own: { kind: 'event' } }, 'warning item "heat" It is an event without a date'],
    ['a kind of no one', { own: { kind: 'podcast' } }, 'error $.items[0]._relais.kind '],
    [
      'the same id twice',
      {
        items: [1, 2].map((n) => ({
          id: 'a',
          url: `https://a.example/${n}`,
          title: `A ${n}`,
          date_published: '2026-11-20T09:00:00Z',
        })),
      },
      'error $.items[1].id “a” is the id of an earlier one as well',
    ],
    [
      'a suggestion too long',
      { own: { suggestions: [{ network: 'x', language: 'en', text: 'é'.repeat(300) }] } },
      'error item "heat" Suggestion 1 is 58 too long for X.',
    ],
    [
      'a suggestion that one’s own check stops',
      {
        relais: {
          checks: [{ id: 'halo', level: 'block', help: 'Not yet.', rule: { type: 'contains_none', terms: ['Halo'] } }],
        },
        own: { suggestions: [{ network: 'linkedin', text: 'Vive Halo' }] },
      },
      'warning item "heat" Suggestion 1 does not pass your own block “halo” on LinkedIn.',
    ],
    [
      'a check without words',
      check({ help: ' ' }),
      'error $._relais.checks[0].help The sentence for the employee is empty.',
    ],
    ['a check of no rule', check({ rule: { type: 'contains_nothing' } }), 'error $._relais.checks[0].rule'],
    [
      'a catastrophic pattern',
      check({ rule: { type: 'contains_none', terms: [{ pattern: '(a+)+\\1' }] } }),
      'error $._relais.checks[0].rule.terms[0].pattern The pattern (a+)+\\1 is refused',
    ],
    [
      'a slip inside a rule',
      check({ rule: { type: 'hashtags_at_most', count: 3, cuont: 4 } }),
      'warning $._relais.checks[0].rule.cuont This field is not known. Is “count” meant?',
    ],
    [
      'a block nobody can satisfy',
      check({
        level: 'block',
        rule: {
          type: 'all',
          rules: [
            { type: 'hashtag', tags: ['a1'] },
            { type: 'hashtags_at_most', count: 0 },
          ],
        },
      }),
      'error $._relais.checks[0].rule Nobody could share',
    ],
  ])('tells of %s', async (_, spoilt, expected) => {
    const faults = await faultsOf(aFeed(spoilt));
    expect(faults.filter((fault) => fault.startsWith(expected))).toHaveLength(1);
  });

  it('keeps the places of checks after one that does not parse', async () => {
    const faults = await faultsOf(
      aFeed({
        relais: {
          checks: [
            { id: 'a', rule: 7, help: 'x' },
            { id: 'b', help: '', rule: { type: 'picture_has_alt' } },
          ],
        },
      }),
    );
    expect(faults.some((fault) => fault.startsWith('error $._relais.checks[1].help'))).toBe(true);
  });

  it('says that JSON is mended for readers, and is still wrong', async () => {
    const { feed, faults } = await report(`${JSON.stringify(aFeed()).slice(0, -1)},}`);
    expect(feed?.items).toHaveLength(1);
    expect(faults).toMatchObject([{ severity: 'error', path: '$' }]);
  });

  it('says what is read of RSS, and what is lost', async () => {
    const { format, feed, faults } = await report(
      '<rss version="2.0"><channel><title>News</title><item><title>One</title><link>https://a.example/1</link></item><item><title>Tw',
    );
    expect(format).toBe('xml');
    expect(feed?.items).toHaveLength(1);
    expect(faults.map(({ message }) => message)).toEqual([
      '1 of 1 items have no date: they keep the order of the document.',
      '1 entries were lost: cut off, empty, withheld, or past what Relais reads.',
    ]);
  });

  it('says that a page is no feed', async () => {
    const { feed, faults } = await report('<!doctype html><title>Hello</title>', 'text/html');
    expect(feed).toBeNull();
    expect(faults).toMatchObject([
      { severity: 'error', message: 'This is not a feed: neither RSS, nor Atom, nor JSON Feed.' },
    ]);
  });
});

describe('writeReport', () => {
  it('prints what is read, then errors before warnings, then the sum', async () => {
    const lines = writeReport(
      await report(JSON.stringify(aFeed({ relais: { mood: 1 }, own: { kind: 'podcast' } }))),
    ).split('\n');
    expect(lines[0]).toBe('Relais reads “Maison Lumen”, with its _relais extension.');
    const faults = lines.filter((line) => /^(error|warning) /.test(line)).map((line) => line.split(' ')[0]);
    expect(faults).toEqual(['error', 'warning']);
    expect(lines.at(-1)).toBe('1 error, 1 warning.');
  });
});
