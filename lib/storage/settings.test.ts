import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultPreferences } from '../domain/default-preferences.ts';
import { readPreferences } from './settings.ts';

describe('readPreferences', () => {
  it.each([
    ['nothing is stored', undefined, defaultPreferences.networks],
    ['a newer version stored a network', { networks: ['friendly-square', 'x'] }, ['x']],
    ['it stored nothing else', { networks: ['friendly-square'] }, defaultPreferences.networks],
  ])('offers networks of this version when %s', async (_, stored, networks) => {
    if (stored !== undefined) await fakeBrowser.storage.local.set({ preferences: stored });
    expect((await readPreferences()).networks).toEqual(networks);
  });
});
