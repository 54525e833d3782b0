import { describe, expect, it } from 'vitest';
import { checkPayload, fromCheck, readCheckPayload, toCheck } from './check.ts';

const nested = (depth: number): unknown =>
  depth === 0 ? { type: 'picture_has_alt' } : { type: 'not', rule: nested(depth - 1) };

describe('readCheckPayload', () => {
  it('advises unless told otherwise', () => {
    const check = readCheckPayload({ id: 'a', rule: { type: 'hashtag', tags: ['#A'] }, help: 'Add #A.' });
    expect(check?.level).toBe('advice');
  });

  it.each([
    ['no id', { rule: { type: 'picture_has_alt' }, help: 'x' }],
    ['a rule outside the vocabulary', { id: 'a', rule: { type: 'run', code: 'alert(1)' }, help: 'x' }],
    ['a level of its own', { id: 'a', level: 'fatal', rule: { type: 'picture_has_alt' }, help: 'x' }],
    ['an instant without a zone', { id: 'a', rule: { type: 'not_before', at: '2026-11-22 09:00' }, help: 'x' }],
    ['a rule nested past reason', { id: 'a', rule: nested(5000), help: 'x' }],
    ['no object', 'block everything'],
  ])('refuses %s', (_, raw) => {
    expect(readCheckPayload(raw)).toBeNull();
  });
});

describe('toCheck', () => {
  it('turns instants into epoch milliseconds, however deep, and back', () => {
    const payload = checkPayload.parse({
      id: 'launch',
      level: 'block',
      help: { fr: 'Pas avant lundi.', en: 'Not before Monday.' },
      rule: {
        type: 'all',
        rules: [{ type: 'not', rule: { type: 'not_after', at: '2026-11-23T08:00:00.000Z' } }, { type: 'not_before' }],
      },
    });
    const check = toCheck(payload);
    expect(check.rule).toEqual({
      type: 'all',
      rules: [{ type: 'not', rule: { type: 'not_after', at: Date.UTC(2026, 10, 23, 8) } }, { type: 'not_before' }],
    });
    expect(fromCheck(check)).toEqual(payload);
  });
});
