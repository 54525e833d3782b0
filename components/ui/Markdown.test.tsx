import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { Markdown } from './Markdown.tsx';

afterEach(cleanup);

/** Renders, and waits for the parser: the last line of every text here is a marker in bold. */
async function show(text: string): Promise<Element> {
  const { container } = render(<Markdown text={`${text}\n\n**ready**`} />);
  await screen.findByText('ready', { selector: 'strong' });
  return container;
}

describe('Markdown', () => {
  it('renders paragraphs, lists, quotes and code as nodes', async () => {
    const container = await show('One *two*\n\n3. three\n4. four\n\n> five\n\n`six`\n\n---');
    expect(container.querySelector('em')?.textContent).toBe('two');
    expect(container.querySelector('ol')?.start).toBe(3);
    expect(container.querySelectorAll('ol li')).toHaveLength(2);
    expect(container.querySelector('blockquote')?.textContent).toBe('five');
    expect(container.querySelector('code')?.textContent).toBe('six');
    await expectAccessible();
  });

  it('puts headings below those of the page, in order, wherever the author started', async () => {
    const container = await show('## First\n\n###### Second');
    expect(container.querySelector('h3')?.textContent).toBe('First');
    expect(container.querySelector('h4')?.textContent).toBe('Second');
  });

  it('links to the web only, without a way back to the opener', async () => {
    await show('[good](https://example.org/a) [also][ref]\n\n[ref]: http://example.org/b');
    const [good, also] = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(good?.rel).toContain('noopener');
    expect(good?.href).toBe('https://example.org/a');
    expect(also?.href).toBe('http://example.org/b');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/relative',
    'chrome-extension://abc/options.html',
  ])('keeps the words and drops the address of [words](%s)', async (address) => {
    const container = await show(`[words](<${address}>)`);
    expect(container.querySelector('a')).toBeNull();
    expect(container.textContent).toContain('words');
  });

  it('makes no element of HTML: it is shown as written', async () => {
    const container = await show('<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\na <b>b</b>');
    expect(container.querySelector('img, script, b')).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
  });

  it('shows the description of a picture, never the picture', async () => {
    const container = await show('![A lamp](https://tracker.example/p.gif)');
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('A lamp');
  });
});
