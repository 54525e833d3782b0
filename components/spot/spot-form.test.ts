import { describe, expect, it } from 'vitest';
import type { SpotGroup } from '../../lib/storage/queries/spot-window.ts';
import { addTags, audienceOf, initials, searchGroups } from './spot-form.ts';

function aGroup(values: Partial<SpotGroup>): SpotGroup {
  return {
    id: 'c|g',
    connectionId: 'c',
    remoteId: 'g',
    name: 'Lighting watch',
    description: '',
    visibility: 'open',
    memberCount: null,
    url: null,
    position: 0,
    companyName: 'Maison Lumen',
    lastUsedAt: null,
    spottedAt: null,
    ...values,
  };
}

describe('addTags', () => {
  it.each([
    [[], 'light, heat;#street', ['light', 'heat', 'street']],
    [['Light'], 'light', ['Light']],
    [['a'], ' , ##  ,', ['a']],
    [[], 'x'.repeat(60), ['x'.repeat(50)]],
  ])('adds to %j what was typed as "%s"', (tags: string[], typed, expected) => {
    expect(addTags(tags, typed)).toEqual(expected);
  });

  it('stops at twenty', () => {
    const typed = Array.from({ length: 30 }, (_, i) => `tag${i}`).join(',');
    expect(addTags([], typed)).toHaveLength(20);
  });
});

describe('searchGroups', () => {
  const groups = [
    aGroup({ id: '1', name: 'Éclairage public' }),
    aGroup({ id: '2', name: 'R&D', description: 'Optique, thermique' }),
  ];
  it.each([
    ['eclairage', ['1']],
    ['THERMIQUE optique', ['2']],
    ['', ['1', '2']],
    ['vente', []],
  ])('finds by "%s" %j', (sought, ids) => {
    expect(searchGroups(groups, sought).map((group) => group.id)).toEqual(ids);
  });
});

describe('audienceOf', () => {
  it('tells the widest circle first, and companies apart', () => {
    const audience = audienceOf([
      aGroup({ name: 'Lab', visibility: 'private' }),
      aGroup({ name: 'Watch' }),
      aGroup({ name: 'Other', companyName: 'Atelier' }),
      aGroup({ name: 'News' }),
    ]);
    expect(audience).toEqual([
      { visibility: 'open', companyName: 'Maison Lumen', groupNames: ['Watch', 'News'] },
      { visibility: 'open', companyName: 'Atelier', groupNames: ['Other'] },
      { visibility: 'private', companyName: '', groupNames: ['Lab'] },
    ]);
  });
});

describe('initials', () => {
  it.each([
    ['Lighting watch', 'LW'],
    ['R&D', 'R&'],
    ['élan', 'ÉL'],
    ['', ''],
    ['Ventes — Nord', 'VN'],
  ])('of "%s" are "%s"', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
