import { describe, expect, it } from 'vitest';
import { moveNetwork, toggleNetwork } from './network-order.ts';

describe('toggleNetwork', () => {
  it('adds last, takes off, and keeps the last one left', () => {
    expect(toggleNetwork(['x'], 'linkedin')).toEqual(['x', 'linkedin']);
    expect(toggleNetwork(['x', 'linkedin'], 'x')).toEqual(['linkedin']);
    expect(toggleNetwork(['linkedin'], 'linkedin')).toEqual(['linkedin']);
  });
});

describe('moveNetwork', () => {
  it('moves by one place and stops at both ends', () => {
    expect(moveNetwork(['linkedin', 'x', 'bluesky'], 'bluesky', -1)).toEqual(['linkedin', 'bluesky', 'x']);
    expect(moveNetwork(['linkedin', 'x'], 'linkedin', -1)).toEqual(['linkedin', 'x']);
    expect(moveNetwork(['linkedin', 'x'], 'x', 1)).toEqual(['linkedin', 'x']);
    expect(moveNetwork(['x'], 'bluesky', 1)).toEqual(['x']);
  });
});
