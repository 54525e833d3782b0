import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../lib/domain/errors.ts';
import { readText, sourceFiles } from '../helpers/repository.ts';

type Messages = Record<string, { message: string }>;
const en: Messages = JSON.parse(readText('public/_locales/en/messages.json'));
const fr: Messages = JSON.parse(readText('public/_locales/fr/messages.json'));
const keys = Object.keys(en);

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\$\d/g) ?? [])].sort();
}

const sources = ['entrypoints', 'components', 'lib', '.'].flatMap((folder) =>
  folder === '.' ? [readText('wxt.config.ts')] : sourceFiles(folder).map(readText),
);
const allSource = sources.join('\n');

/** Keys are written whole, or as a stem that ends in `_`: `error_${code}`, `plural('popup_new', n)`. */
function isUsed(key: string): boolean {
  if (allSource.includes(key)) return true;
  const stem = key.replace(/_(one|other)$/, '');
  if (stem !== key && (allSource.includes(`'${stem}'`) || allSource.includes(`\`${stem}\``))) return true;
  const parts = key.split('_');
  return parts.some((_, i) => i > 0 && allSource.includes(`${parts.slice(0, i).join('_')}_\${`));
}

describe('locales', () => {
  it('say the same keys', () => {
    expect(Object.keys(fr).sort()).toEqual([...keys].sort());
  });

  it('take the same placeholders', () => {
    const different = keys.filter(
      (key) => placeholders(en[key]?.message ?? '').join() !== placeholders(fr[key]?.message ?? '').join(),
    );
    expect(different.filter((key) => !key.endsWith('_one'))).toEqual([]);
  });

  it('have no empty sentence', () => {
    expect(keys.filter((key) => !en[key]?.message.trim() || !fr[key]?.message.trim())).toEqual([]);
  });

  it('have a sentence for each error code', () => {
    expect(errorCodes.filter((code) => en[`error_${code}`] === undefined)).toEqual([]);
  });

  it('have both forms of each plural', () => {
    const forms = keys.filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_(one|other)$/, ''));
    expect(forms.filter((stem) => !keys.includes(`${stem}_one`) || !keys.includes(`${stem}_other`))).toEqual([]);
  });

  it('hold no key that nothing uses', () => {
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are written with French typography: no plain apostrophe, a no-break space before : ; ! ? and within « »', () => {
    const careless = keys.filter((key) => {
      const text = fr[key]?.message ?? '';
      return (
        /[a-zéè]'[a-zéèh]/i.test(text) ||
        /[^\s\u00a0\u202f][;!?»]/.test(text) ||
        / [;!?:»]/.test(text) ||
        /«[^\u00a0\u202f]/.test(text)
      );
    });
    expect(careless).toEqual([]);
  });

  it('leave no literal sentence in components', () => {
    const literal = />\s*[A-Z][a-z]+ [a-z]+[^<{]*</;
    const offenders = sourceFiles('components').filter((path) => path.endsWith('.tsx') && literal.test(readText(path)));
    expect(offenders).toEqual([]);
  });
});
