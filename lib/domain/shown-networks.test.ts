import { describe, expect, it } from 'vitest';
import { shownNetworks } from './shown-networks.ts';

describe('shownNetworks', () => {
  it.each([
    ['all that are chosen', null, ['x', 'linkedin'], ['x', 'linkedin']],
    ['those that the item may go to', ['linkedin', 'xing'], ['x', 'linkedin'], ['linkedin']],
    ['where it may go, when that is nowhere chosen', ['xing'], ['x', 'linkedin'], ['xing']],
    ['none when it may go nowhere', [], ['x'], []],
    ['no more than find room', null, ['x', 'xing', 'teams', 'email', 'copy'], ['x', 'xing', 'teams', 'email']],
  ] as const)('shows %s', (_, allowed, chosen, shown) => {
    expect(shownNetworks(allowed, chosen)).toEqual(shown);
  });
});
