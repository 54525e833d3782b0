import { describe, expect, it } from 'vitest';
import { networkIds } from '../network-ids.ts';
import { isPublication, networkList } from './network-list.ts';
import { type KnownRecipe, recipesFor } from './recipe.ts';

const preferences = { networks: ['x', 'linkedin'] as const, mastodon: null, redditCommunity: null };
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('networkList', () => {
  it('offers all, the preferred ones first and in their order', () => {
    const list = networkList(preferences, []);
    expect(ids(list).slice(0, 3)).toEqual(['x', 'linkedin', 'bluesky']);
    expect(new Set(ids(list))).toEqual(new Set(networkIds));
    expect(list.filter(({ isPreferred }) => isPreferred)).toHaveLength(2);
  });

  it('leaves out what was withdrawn, and what this browser lacks', () => {
    const list = networkList(preferences, [{ network: 'x', template: null, updatedAt: 1 }], { hasShareSheet: false });
    expect(ids(list)).not.toContain('x');
    expect(ids(list)).not.toContain('system');
  });

  it('says what a corrected composer takes', () => {
    const template = 'https://x.com/intent/tweet?url={url}';
    const [x] = networkList(preferences, [{ network: 'x', template, updatedAt: 1 }]);
    expect(x).toMatchObject({ id: 'x', takes: 'link' });
  });

  it('takes the limit of the employee’s own instance, and asks for it before', () => {
    const mastodon = { host: 'm.example', maxCharacters: 5000, charactersPerLink: 23 };
    const of = (own: typeof mastodon | null) =>
      networkList({ ...preferences, mastodon: own }, []).find(({ id }) => id === 'mastodon');
    expect(of(mastodon)).toMatchObject({ limit: 5000, needsInstance: false, direct: 'mastodon' });
    expect(of(null)).toMatchObject({ limit: 500, needsInstance: true });
  });
});

describe('isPublication', () => {
  it('holds where anyone may read it', () => {
    expect(networkIds.filter((id) => !isPublication(id))).toEqual([
      'whatsapp',
      'telegram',
      'teams',
      'viva_engage',
      'email',
      'system',
      'copy',
    ]);
  });
});

describe('recipesFor', () => {
  const recipe = (values: Partial<KnownRecipe>): KnownRecipe => ({
    network: 'x',
    template: 'https://x.com/a',
    updatedAt: 1,
    sourceId: 'hub',
    isHub: true,
    ...values,
  });
  const old = recipe({});
  const newer = recipe({ sourceId: 'other-hub', template: null, updatedAt: 2 });
  const feed = recipe({ sourceId: 'feed', isHub: false, template: 'https://x.com/feed', updatedAt: 9 });

  it.each([
    ['the newest of the hubs', [old, newer], null, null],
    ['whatever their order', [newer, old], null, null],
    ['a hub before a newer feed', [old, feed], 'feed', 'https://x.com/a'],
    ['a feed for its own items', [feed], 'feed', 'https://x.com/feed'],
  ])('takes %s', (_, known, sourceId, template) => {
    expect(recipesFor(known, sourceId)).toEqual([expect.objectContaining({ network: 'x', template })]);
  });

  it('hears no feed on others’ items', () => {
    expect(recipesFor([feed], 'another')).toEqual([]);
    expect(recipesFor([feed], null)).toEqual([]);
  });
});
