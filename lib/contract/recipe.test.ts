import { describe, expect, it } from 'vitest';
import { readRecipePayload, recipePayload } from './recipe.ts';

const good = {
  network: 'x',
  template: 'https://x.com/intent/post?text={text}',
  updated_at: '2026-11-20T09:00:00+01:00',
};

describe('readRecipePayload', () => {
  it('reads a correction and a withdrawal', () => {
    const updatedAt = Date.parse(good.updated_at);
    expect(readRecipePayload(good)).toEqual({ network: 'x', template: good.template, updatedAt });
    expect(readRecipePayload({ ...good, template: null })).toEqual({ network: 'x', template: null, updatedAt });
    expect(readRecipePayload({ ...good, network: 'email', template: null })).toMatchObject({ network: 'email' });
  });

  it('keeps a network of a later version out, without calling it a fault', () => {
    const later = { ...good, network: 'loops', template: 'https://loops.example/share' };
    expect(recipePayload.safeParse(later).success).toBe(true);
    expect(readRecipePayload(later)).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['a word', 'x'],
    ['no template', { network: 'x', updated_at: good.updated_at }],
    ['no date', { network: 'x', template: null }],
    ['a date without an offset', { ...good, updated_at: '2026-11-20T09:00:00' }],
    ['another’s host', { ...good, template: 'https://bsky.app/intent/compose?text={text}' }],
    ['a stranger’s host', { ...good, template: 'https://evil.example/?text={text}' }],
    ['a script', { ...good, template: 'javascript:alert(1)' }],
    ['an address for what has none', { ...good, network: 'email', template: 'https://mail.example/?body={text}' }],
    ['a name of Object', { ...good, network: '__proto__' }],
    ['a template without end', { ...good, template: `https://x.com/?a=${'a'.repeat(1_000_000)}` }],
    ['a template of braces', { ...good, template: `https://x.com/?a=${'{'.repeat(400)}` }],
  ])('refuses %s', (_, raw) => {
    expect(readRecipePayload(raw)).toBeNull();
  });
});
