import { describe, expect, it } from 'vitest';
import { describeLine } from './omnibox.ts';

describe('describeLine', () => {
  it.each([
    [{ title: 'R&D <heat>', detail: '"News"' }, true, 'R&amp;D &lt;heat&gt; <dim>&quot;News&quot;</dim>'],
    [{ title: 'R&D <heat>', detail: 'News' }, false, 'R&D <heat> · News'],
    [{ title: 'Heat', detail: '' }, true, 'Heat'],
    [{ title: 'Heat', detail: '' }, false, 'Heat'],
    [{ title: 'Bell\u0007 and half \ud83d', detail: '' }, true, 'Bell  and half \ufffd'],
  ])('%j', (line, isMarkup, expected) => expect(describeLine(line, isMarkup)).toBe(expected));
});
