import { cleanup, render, screen } from '@testing-library/preact';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { VersionDiff } from './VersionDiff.tsx';

afterEach(cleanup);

describe('markdownBlocks', () => {
  it('gives what a reader sees of each block, without its markup', () => {
    const body = [
      '## What we **ask**',
      'Share, [or not](https://a.example),\nas you `like`.',
      '1. One\n2. Two\n\n   - *nested*',
      '> Quoted',
      '<b>raw</b>',
      '---',
      '![described](https://a.example/p.png)',
    ].join('\n\n');
    expect(markdownBlocks(fromMarkdown(body)).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: What we ask',
      'paragraph: Share, or not, as you like.',
      'item: One',
      'item: Two',
      'item: nested',
      'paragraph: Quoted',
      'paragraph: <b>raw</b>',
      'paragraph: described',
    ]);
  });
});

describe('VersionDiff', () => {
  const before = { title: 'La charte', body: 'Vous êtes libre.\n\n- Le mot-dièse #MaisonLumen suffit.\n\nMerci.' };

  it('folds what stayed, and says in words what came and went', async () => {
    setTestLocale('fr');
    const after = { ...before, body: 'Vous êtes libre.\n\n- Le mot-dièse #TeamLumen suffit.\n\nMerci.' };
    const { container } = render(<VersionDiff before={before} after={after} />);
    expect(container.querySelector('del')?.textContent).toBe(' retiré\u00a0: MaisonLumen');
    expect(container.querySelector('ins')?.textContent).toBe(' ajouté\u00a0: TeamLumen');
    expect(container.querySelector('.diff-item')?.textContent?.replace(/(retiré|ajouté)\u00a0: /g, '')).toBe(
      'Le mot-dièse # MaisonLumen  TeamLumen suffit.',
    );
    expect(screen.getAllByText('1 paragraphe inchangé')).toHaveLength(2);
    expect([...container.querySelectorAll('details')].every((details) => !details.open)).toBe(true);
    await expectAccessible();
  });

  it('compares the titles when they differ', () => {
    render(<VersionDiff before={before} after={{ ...before, title: 'La charte de chacun' }} />);
    expect(screen.getByText(/de chacun/).tagName).toBe('INS');
  });

  it('says so when the text did not change', () => {
    render(<VersionDiff before={before} after={{ ...before, body: before.body.replace('libre', '**libre**') }} />);
    expect(screen.getByText('The text itself has not changed.')).toBeTruthy();
  });
});
