import { describe, expect, it } from 'vitest';
import { type FeedFilter, noFilter } from './feed-choice.ts';
import { campaignKey, matchesFilter } from './feed-filter.ts';

const facts = {
  unread: true,
  shared: false,
  followed: true,
  kind: 'event' as const,
  sourceId: 'newsroom',
  campaignId: 'week',
};

describe('matchesFilter', () => {
  it.each<[string, Partial<FeedFilter>, Partial<typeof facts>, boolean]>([
    ['lets everything pass when nothing is asked', {}, { unread: false, shared: true, followed: false }, true],
    ['keeps the unread', { unread: true }, {}, true],
    ['drops what was seen', { unread: true }, { unread: false }, false],
    ['keeps what was not shared', { unshared: true }, {}, true],
    ['drops what was shared', { unshared: true }, { shared: true }, false],
    ['keeps followed topics', { followed: true }, {}, true],
    ['drops the others', { followed: true }, { followed: false }, false],
    ['keeps one kind', { kind: 'event' }, {}, true],
    ['drops the other kinds', { kind: 'job' }, {}, false],
    ['keeps one source', { sourceId: 'newsroom' }, {}, true],
    ['drops the other sources', { sourceId: 'blog' }, {}, false],
    ['keeps one campaign', { campaign: campaignKey('newsroom', 'week') }, {}, true],
    ['tells apart campaigns of one name', { campaign: campaignKey('blog', 'week') }, {}, false],
    ['asks for all at once', { unread: true, kind: 'event', sourceId: 'blog' }, {}, false],
  ])('%s', (_name, filter, values, expected) => {
    expect(matchesFilter({ ...facts, ...values }, { ...noFilter, ...filter })).toBe(expected);
  });
});
