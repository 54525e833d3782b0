import { describe, expect, it } from 'vitest';
import { feedPayload } from '../../lib/contract/feed.ts';
import { groupsPayload, streamPayload } from '../../lib/contract/group.ts';
import { leaderboardPayload } from '../../lib/contract/participation.ts';
import { itemKinds } from '../../lib/domain/item.ts';
import { items } from '../seed/items.ts';
import { fillDays, seedSampleCompany } from '../seed/seed.ts';
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
    expect(feed.items).toHaveLength(24);
    expect(new Set(feed.items.map((item) => item._relais.kind))).toEqual(new Set(itemKinds));
    expect(feed.items.filter((item) => item._relais.pinned)).toHaveLength(2);
    expect(new Set(feed.items.map((item) => item.image)).size).toBe(24);
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
    expect(feed._relais.guidelines?.map((guideline) => guideline.kind)).toEqual(['charter', ...Array(6).fill('card')]);
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

describe('fillDays', () => {
  it.each([
    ['fr', 'le 1er juillet, puis le 8 juin'],
    ['en', 'le 1 July, puis le 8 June'],
  ] as const)('writes days as %s does', (language, text) => {
    expect(fillDays('le {day:14}, puis le {day:-9}', language, aDay)).toBe(text);
  });
});
