import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { writeSourceNote, writeSourcePoll } from '../../lib/storage/background-notes.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { SourcesSection } from './SourcesSection.tsx';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;
let db: RelaisDb;
let allowed: Set<string>;
let grants: boolean;
let asked: string[][];

beforeEach(() => {
  db = new RelaisDb(`sources-${crypto.randomUUID()}`);
  allowed = new Set();
  grants = true;
  asked = [];
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open() {
  return render(
    <SourcesSection
      db={db}
      now={() => now}
      hasHostAccess={async (origin) => allowed.has(origin)}
      requestHostAccess={async (...origins) => {
        asked.push(origins);
        return grants;
      }}
    />,
  );
}

describe('the health of a source', () => {
  it('tells its last answer and its next turn, and follows a click that changed nothing', async () => {
    await db.sources.add(aSource({ nextPollAt: 0 }));
    await writeSourcePoll('newsroom', { answeredAt: now - 120 * minute, nextAt: now + 40 * minute });
    startPageBackground({
      refreshSources: async () => {
        await writeSourcePoll('newsroom', { answeredAt: now, nextAt: now + 15 * minute });
        return {};
      },
    });
    const user = userEvent.setup();
    open();
    await screen.findByText('0 items · checked 2 hr. ago · next reading in 40 min.');
    await user.click(screen.getByRole('button', { name: 'Refresh Engineering blog' }));
    await screen.findByText('0 items · checked this minute · next reading in 15 min.');
  });

  it('says that a feed has ended, keeps its items, and tries again when asked to', async () => {
    await db.sources.add(aSource({ endedAt: now - minute }));
    await db.items.add(anItem());
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText(/gone for good/);
    expect(screen.getByText(/^1 item · checked/).textContent).not.toContain('next reading');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(commands).toEqual([{ name: 'refreshSources', input: { sourceId: 'newsroom' } }]));
  });

  it('says in French where a feed has gone', async () => {
    setTestLocale('fr');
    await db.sources.add(aSource());
    await writeSourceNote('newsroom', { movedTo: 'https://ailleurs.example/flux', refreshAfterMs: null });
    open();
    await screen.findByText('Son adresse mène désormais à ailleurs.example/flux, où elle est lue.');
  });
});

describe('the pictures of a source', () => {
  const blob = new Blob(['x'], { type: 'image/webp' });
  const withPictures = async (...urls: string[]) => {
    await db.sources.add(aSource());
    await db.items.bulkAdd(urls.map((imageUrl, i) => anItem({ id: `newsroom|${i}`, imageUrl })));
  };

  it('are offered by the site that holds them, until the person allows it', async () => {
    await withPictures('https://cdn.example/1.png', 'https://cdn.example/2.png', 'https://known.example/3.png');
    allowed.add('https://known.example');
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText(/^2 pictures are kept on cdn.example/);
    expect(screen.queryByText(/known.example/)).toBeNull();
    await expectAccessible(container);
    grants = false;
    const allow = screen.getByRole('button', { name: 'Allow pictures from cdn.example' });
    await user.click(allow);
    await screen.findByText(/Without your permission, cdn.example cannot be read/);
    grants = true;
    await user.click(allow);
    await waitFor(() => expect(screen.queryByRole('button', { name: /Allow pictures/ })).toBeNull());
    expect(asked).toEqual([['https://cdn.example'], ['https://cdn.example']]);
  });

  it('of its own site are offered only where the site lets no other read them, and are told of when they are shown', async () => {
    const own = 'https://blog.maison-lumen.example';
    await withPictures(`${own}/shown.png`, `${own}/closed.png`, `${own}/not-a-picture.png`, `${own}/not-asked-yet.png`);
    await db.pictures.bulkAdd([
      { url: `${own}/shown.png`, blob, storedAt: now },
      { url: `${own}/closed.png`, blob: null, isUnreadable: true, storedAt: now },
      { url: `${own}/not-a-picture.png`, blob: null, isUnreadable: false, storedAt: now },
    ]);
    open();
    await screen.findByText(/^1 picture is kept on blog.maison-lumen.example/);
    expect(screen.getByText(/pictures shown/)).toBeTruthy();
  });
});

describe('a list of feeds', () => {
  const file = new File(['<opml/>'], 'feeds.opml', { type: 'text/x-opml' });
  const choose = (container: Element) =>
    container.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  const feed = (name: string, known = false) => ({ title: name, url: `https://${name}.example/feed`, known });

  it('is added feed by feed; failures are told one by one, sites asked for together at one click', async () => {
    let mayRead = false;
    const { commands } = startPageBackground({
      importOpml: async () => ({
        feeds: [feed('good'), feed('old', true), feed('bad'), feed('closed'), feed('shut')],
        refused: [{ title: 'Script', address: 'javascript:alert(1)' }],
        leftOff: 3,
      }),
      addSource: async ({ url }) => {
        if (url.includes('bad')) throw new RelaisError('not_found', 'gone');
        if (/closed|shut/.test(url) && !mayRead) {
          throw new RelaisError('host_access_needed', 'cors', { origin: new URL(url).origin });
        }
        return { sourceId: url };
      },
    });
    const user = userEvent.setup({ applyAccept: false });
    const { container } = open();
    await user.upload(choose(container), file);
    await screen.findByText('1 feed was added. 1 was here already.');
    expect(screen.getByText('2 feeds could not be added:')).toBeTruthy();
    expect(screen.getByText('bad').closest('li')?.textContent).toContain('This is not there any more.');
    expect(screen.getByText('Script').closest('li')?.textContent).toContain('This is not a web address.');
    expect(screen.getByText(/^3 feeds were left for another time/)).toBeTruthy();
    expect(asked).toEqual([]);
    await expectAccessible(container);
    mayRead = true;
    await user.click(screen.getByRole('button', { name: 'Allow 2 sites' }));
    await screen.findByText('3 feeds were added. 1 was here already.');
    expect(asked).toEqual([['https://closed.example', 'https://shut.example']]);
    expect(commands.filter(({ name }) => name === 'addSource')).toHaveLength(6);
    expect(commands[0]).toEqual({ name: 'importOpml', input: { opml: '<opml/>' } });
  });

  it.each([
    ['is none', async () => Promise.reject(new RelaisError('not_a_feed', 'x')), /not a list of feeds/],
    ['is empty', async () => ({ feeds: [], refused: [], leftOff: 0 }), 'This list holds no feed.'],
  ])('that %s is said to be so', async (_, importOpml, words) => {
    startPageBackground({ importOpml });
    const user = userEvent.setup({ applyAccept: false });
    const { container } = open();
    await user.upload(choose(container), file);
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
  });

  it('is not read when it is far too large', async () => {
    const { commands } = startPageBackground();
    const user = userEvent.setup({ applyAccept: false });
    const { container } = open();
    await user.upload(choose(container), new File(['x'.repeat(2_000_001)], 'feeds.opml'));
    expect((await screen.findByRole('alert')).textContent).toContain('over 2 MB');
    expect(commands).toEqual([]);
  });

  it('is written of the feeds there are', async () => {
    await db.sources.add(aSource());
    startPageBackground({ exportOpml: async () => ({ opml: '<opml/>' }) });
    const saved: Blob[] = [];
    const { createObjectURL, revokeObjectURL } = URL;
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:relais/${saved.push(blob)}`,
      revokeObjectURL: () => {},
    });
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Export my feeds' }));
    await screen.findByText('Saved as relais.opml.');
    expect(saved.map(({ type }) => type)).toEqual(['text/x-opml']);
    Object.assign(URL, { createObjectURL, revokeObjectURL });
  });
});
