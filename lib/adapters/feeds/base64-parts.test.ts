import { describe, expect, it } from 'vitest';
import { decodeBase64Parts } from './base64-parts.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('decodeBase64Parts', () => {
  it.each([
    [
      'the mode of Atom 0.3',
      `<content type="text/html" mode="base64">${base64('<p>Été</p>')}</content>`,
      '&lt;p>Été&lt;/p>',
    ],
    ['a title', `<title mode="base64">${base64('A & B')}</title>`, 'A &amp; B'],
    ['single quotes', `<summary mode='base64'>${base64('One')}</summary>`, 'One'],
    ['line breaks and no padding', '<content mode="base64">\n T25l\n IHR3bw\n</content>', 'One two'],
    ['a CDATA section', `<content type="html" mode="base64"><![CDATA[${base64('One')}]]></content>`, 'One'],
    ['Base64 named as the type', `<content type="base64">${base64('One')}</content>`, 'One'],
    ['Base64 named as the encoding', `<content:encoded encoding="base64">${base64('One')}</content:encoded>`, 'One'],
    ['what is no text', `<content type="image/png" mode="base64">${base64('PNG')}</content>`, ''],
    ['what is no Base64', '<content mode="base64">one two!</content>', ''],
    [
      'Windows text',
      `<content mode="base64">${Buffer.from('caf\xe9, d\xe9j\xe0', 'latin1').toString('base64')}</content>`,
      'café, déjà',
    ],
  ])('writes out %s', (_, xml, text) => {
    const inside = /^<[^>]*>([\s\S]*)<\/[^>]*>$/.exec(decodeBase64Parts(xml))?.[1];
    expect(inside).toBe(text);
  });

  it('leaves what is not in Base64', () => {
    const xml = '<content type="html">base64</content><a mode="base64">T25l</a>';
    expect(decodeBase64Parts(xml)).toBe(xml);
  });
});
