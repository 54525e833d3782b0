import { describe, expect, it } from 'vitest';
import { toCheck } from '../../lib/contract/check.ts';
import { feedPayload } from '../../lib/contract/feed.ts';
import { groupsPayload, streamPayload } from '../../lib/contract/group.ts';
import { leaderboardPayload } from '../../lib/contract/participation.ts';
import type { CheckedPost } from '../../lib/domain/checks/checked-post.ts';
import { evaluateChecks } from '../../lib/domain/checks/evaluate.ts';
import { lintChecks } from '../../lib/domain/checks/lint-checks.ts';
import { itemKinds } from '../../lib/domain/item.ts';
import { roles } from '../../lib/domain/role.ts';
import { fillDays, instantOf } from '../seed/days.ts';
import { items } from '../seed/items.ts';
import { seedSampleCompany } from '../seed/seed.ts';
import { aHub, answered, countRows } from './testing/a-hub.ts';
import { aDay, describeEachDatabase } from './testing/databases.ts';

describeEachDatabase('seedSampleCompany', (db) => {
  it('fills an empty hub once', async () => {
    expect(await seedSampleCompany(db(), aDay)).toBe(true);
    const before = await countRows(db(), 'spots');
    expect(await seedSampleCompany(db(), aDay)).toBe(false);
    expect(await countRows(db(), 'spots')).toBe(before);
  });

  it.each(['fr', 'en'])('has a feed worth looking at, in %s', async (language) => {
    await seedSampleCompany(db(), aDay);
    const hub = aHub(db());
    const camille = await hub.join();
    const feed = await answered(await camille.request('GET', `/api/v1/feed?lang=${language}`), 200, feedPayload);
    expect(feed.items).toHaveLength(27);
    expect(new Set(feed.items.map((item) => item._relais.kind))).toEqual(new Set(itemKinds));
    expect(feed.items.filter((item) => item._relais.pinned)).toHaveLength(2);
    expect(new Set(feed.items.map((item) => item.image)).size).toBe(27);
    for (const item of feed.items) {
      expect(item.language).toBe(language);
      expect(item._relais.image_alt).toBeTruthy();
      expect(item._relais.suggestions?.length).toBeGreaterThanOrEqual(2);
      expect(JSON.stringify(item)).not.toContain('{day');
      expect(Date.parse(item.date_published)).toBeLessThanOrEqual(aDay);
      expect(Date.parse(item.date_published)).toBeGreaterThan(aDay - 42 * 86_400_000);
      for (const suggestion of item._relais.suggestions ?? []) {
        expect(suggestion.text).toContain('#TeamLumen');
        // X counts a link as 23 characters and a space before it.
        if (suggestion.network !== 'linkedin') expect(suggestion.text.length).toBeLessThanOrEqual(280 - 24);
      }
    }
    const [running, ended] = feed._relais.campaigns ?? [];
    expect([running?.goal, running?.progress]).toEqual([100, 64]);
    expect(Date.parse(running?.ends_at ?? '')).toBeGreaterThan(aDay);
    expect(Date.parse(ended?.ends_at ?? '')).toBeLessThan(aDay);
    expect(ended?.progress).toBeGreaterThan(ended?.goal ?? 0);
    expect(feed._relais.guidelines?.map((guideline) => guideline.kind)).toEqual(['charter', ...Array(9).fill('card')]);
  });

  it('lets who is invited into five groups, each with something in it', async () => {
    await seedSampleCompany(db(), aDay);
    const camille = await aHub(db()).join();
    const { groups } = await answered(await camille.request('GET', '/api/v1/groups'), 200, groupsPayload);
    expect(groups.map((group) => group.visibility)).toEqual(['open', 'open', 'open', 'request', 'private']);
    for (const group of groups.filter((found) => found.visibility !== 'request')) {
      const answer = await camille.request('GET', `/api/v1/groups/${group.id}/spots`);
      expect((await answered(answer, 200, streamPayload)).spots.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('shows every kind of item as it can be', async () => {
    await seedSampleCompany(db(), aDay);
    const hub = aHub(db());
    const camille = await hub.join();
    const feed = await answered(await camille.request('GET', '/api/v1/feed?lang=en'), 200, feedPayload);
    const byKind = (kind: string) =>
      feed.items.filter((item) => item._relais.kind === kind).map((item) => item._relais);
    expect(byKind('event').every(({ event }) => event?.ends_at && event.place)).toBe(true);
    expect(byKind('job').every(({ job }) => job?.place && job.contract)).toBe(true);
    expect(byKind('poll').every(({ poll }) => (poll?.choices.length ?? 0) >= 3)).toBe(true);
    expect(byKind('message').every(({ author_title }) => author_title)).toBe(true);
    expect(feed.items.filter(({ url }) => url.startsWith('https://www.linkedin.com/')).map(({ id }) => id)).toEqual([
      'engage-thirty-years',
    ]);
    const doors = feed.items.find(({ id }) => id === 'open-doors')?._relais.event;
    // Ten in the morning in Roubaix, in summer.
    expect(doors?.starts_at).toBe('2026-06-26T08:00:00.000Z');
    const [soon] = feed.items.filter(({ _relais }) => _relais.embargo_until !== undefined);
    expect(Date.parse(soon?._relais.embargo_until ?? '') - aDay).toBeGreaterThan(86_400_000);
    expect(feed.items.filter(({ _relais }) => _relais.expires_at !== undefined)).toHaveLength(1);
    expect(feed.items.filter(({ _relais }) => _relais.audience?.roles?.includes('manager'))).toHaveLength(1);
    const open = await answered(await hub.request('GET', '/feed.json?lang=en'), 200, feedPayload);
    expect(open.items).toHaveLength(25);
  });

  it.each(['fr', 'en'])('teaches each role a path, and asks a question on each card, in %s', async (language) => {
    await seedSampleCompany(db(), aDay);
    const camille = await aHub(db()).join();
    const feed = await answered(await camille.request('GET', `/api/v1/feed?lang=${language}`), 200, feedPayload);
    const cards = (feed._relais.guidelines ?? []).filter(({ kind }) => kind === 'card');
    expect(cards.every(({ good_example, bad_example, question }) => good_example && bad_example && question)).toBe(
      true,
    );
    for (const role of roles) {
      const path = cards.filter((card) => card.roles?.length === 0 || card.roles?.includes(role));
      expect(path.length, role).toBeGreaterThan(5);
    }
  });

  it.each(['fr', 'en'] as const)(
    'has checks that make sense, and that let every proposal through, in %s',
    async (language) => {
      await seedSampleCompany(db(), aDay);
      const camille = await aHub(db()).join();
      const feed = await answered(await camille.request('GET', `/api/v1/feed?lang=${language}`), 200, feedPayload);
      const checks = (feed._relais.checks ?? []).map(toCheck);
      expect(checks).toHaveLength(8);
      expect(lintChecks(checks, { campaignIds: feed._relais.campaigns?.map(({ id }) => id) ?? [] })).toEqual([]);
      for (const { id, _relais } of feed.items) {
        for (const { text, network } of _relais.suggestions ?? []) {
          const post = aPost({ text, language, network: network ?? 'linkedin', campaignId: _relais.campaign ?? null });
          const levels = evaluateChecks(checks, post).filter(({ level }) => level !== 'advice');
          expect(levels, `${id}: ${text}`).toEqual([]);
        }
      }
      const stopped = evaluateChecks(checks, aPost({ text: 'Le projet Aurore, document confidentiel', language }));
      expect(stopped[0]).toMatchObject({ checkId: 'confidential', level: 'block' });
    },
  );

  it.each([
    ['on any day', aDay],
    ['on the first of a month', Date.UTC(2026, 5, 1, 8)],
    ['on the first of a year', Date.UTC(2027, 0, 1, 8)],
  ])('has a leaderboard that is alive %s', async (_, now) => {
    await seedSampleCompany(db(), now);
    const hub = aHub(db(), { now });
    const camille = await hub.join();
    const answer = await camille.request('GET', '/api/v1/leaderboard?period=month');
    const month = await answered(answer, 200, leaderboardPayload);
    expect(month.participant_count).toBe(12);
    expect(month.rows.filter((row) => row.points > 0).length).toBeGreaterThanOrEqual(5);
    expect(new Set(month.rows.map((row) => row.points)).size).toBeGreaterThanOrEqual(3);
  });

  it('keeps every id unique', () => {
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });
});

function aPost(changes: Partial<CheckedPost>): CheckedPost {
  return {
    text: '',
    url: 'https://www.maison-lumen.example/a',
    network: 'linkedin',
    language: 'fr',
    country: 'FR',
    readerLanguage: 'fr',
    kind: 'article',
    campaignId: null,
    proposals: [],
    picture: null,
    networks: null,
    embargoUntil: null,
    expiresAt: null,
    spellings: [],
    vocabulary: [],
    now: aDay,
    ...changes,
  };
}

describe('instantOf', () => {
  it.each([
    ['summer', Date.UTC(2026, 6, 1, 20), '2026-07-02T08:00:00.000Z'],
    ['winter', Date.UTC(2026, 11, 31, 20), '2027-01-01T09:00:00.000Z'],
  ])('is an hour of Roubaix in %s', (_, now, expected) => {
    expect(instantOf({ inDays: 1, hour: 10 }, now).toISOString()).toBe(expected);
  });
});

describe('fillDays', () => {
  it.each([
    ['fr', 'le 1er juillet, puis le 8 juin'],
    ['en', 'le 1 July, puis le 8 June'],
  ] as const)('writes days as %s does', (language, text) => {
    expect(fillDays('le {day:14}, puis le {day:-9}', language, aDay)).toBe(text);
  });
});
