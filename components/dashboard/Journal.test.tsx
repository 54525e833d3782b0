import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aConnection, aDelivery, aShare, aSpot } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { JournalPage } from './JournalPage.tsx';

const now = Date.UTC(2026, 10, 19, 12);
const dayMs = 86_400_000;

let db: RelaisDb;
beforeEach(() => {
  db = new RelaisDb(`journal-${crypto.randomUUID()}`);
});
afterEach(() => {
  cleanup();
  db.close();
});

const open = () => render(<JournalPage db={db} now={() => now} />);
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

async function fill(): Promise<void> {
  await db.connections.add(aConnection());
  await db.shares.bulkAdd([
    aShare({ id: 'heat', title: 'Chaleur récupérée', state: 'confirmed', network: 'x', openedAt: now - dayMs }),
    aShare({ id: 'night', title: 'La nuit', text: 'Fière de l’équipe', openedAt: now - 40 * dayMs }),
  ]);
  await db.spots.add(aSpot({ id: 'sky', comment: 'Ciel étoilé', createdAt: now - 400 * dayMs }));
  await db.deliveries.add(aDelivery({ spotId: 'sky', state: 'delivered' }));
}

describe('JournalPage', () => {
  it('finds acts by words without accents, says how many, and shows everything again', async () => {
    await fill();
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText('Chaleur récupérée');
    const search = screen.getByRole('searchbox', { name: 'Search your journal' });
    await user.type(search, 'recuperee');
    await screen.findByText('1 act found of 3');
    await waitFor(() => expect(titles()).toEqual(['Chaleur récupérée']));
    await user.clear(search);
    await user.type(search, 'nothing like it');
    await screen.findByRole('heading', { name: 'Nothing like that in your journal' });
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    await waitFor(() => expect(titles()).toHaveLength(3));
    expect((search as HTMLInputElement).value).toBe('');
    expect(document.activeElement).toBe(search);
  });

  it.each([
    ['What', 'Spots', 'Dark-sky friendly lighting explained'],
    ['Where', 'Lighting watch', 'Dark-sky friendly lighting explained'],
    ['Where', 'LinkedIn', 'La nuit'],
    ['State', 'Published', 'Chaleur récupérée'],
    ['When', 'The last 30 days', 'Chaleur récupérée'],
    ['When', '2025', 'Dark-sky friendly lighting explained'],
  ])('narrows by %s: %s', async (label, choice, title) => {
    await fill();
    const user = userEvent.setup();
    open();
    await screen.findByText('La nuit');
    await screen.findByRole('option', { name: '2025' });
    await user.selectOptions(screen.getByRole('combobox', { name: label }), choice);
    await waitFor(() => expect(titles()).toEqual([title]));
  });

  it('takes a corrected state back', async () => {
    await fill();
    const { commands } = startPageBackground({
      decideShare: async ({ shareId, state }) => {
        await db.shares.update(shareId, { state });
        return {};
      },
    });
    const user = userEvent.setup();
    const { container } = open();
    const entry = (await screen.findByText('Chaleur récupérée')).closest('li') as HTMLElement;
    await user.click(within(entry).getByRole('button', { name: 'It was not posted' }));
    const undo = await within(entry).findByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(undo);
    expect(within(entry).getByText('Not posted')).toBeTruthy();
    await expectAccessible(container);
    await user.keyboard('{Enter}');
    await within(entry).findByText('Published, you said so');
    expect(commands.map(({ input }) => input)).toEqual([
      { shareId: 'heat', state: 'dismissed' },
      { shareId: 'heat', state: 'confirmed' },
    ]);
    expect(within(entry).queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('erases one act after saying what that does, and tells that it is done', async () => {
    await fill();
    const { commands } = startPageBackground({
      eraseEntry: async ({ id }) => {
        await db.shares.delete(id);
        return {};
      },
    });
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Erase from the journal: Chaleur récupérée' }));
    const question = screen.getByRole('group', { name: /What was posted stays online/ });
    expect(within(question).queryByRole('button', { name: /delete the post/ })).toBeNull();
    await expectAccessible(container);
    await user.click(within(question).getByRole('button', { name: 'Erase here' }));
    await screen.findByText('Erased.');
    await waitFor(() => expect(titles()).not.toContain('Chaleur récupérée'));
    expect(container.contains(document.activeElement)).toBe(true);
    expect(commands.filter(({ name }) => name === 'eraseEntry').map(({ input }) => input)).toEqual([
      { table: 'share', id: 'heat', takeBack: false },
    ]);
  });

  it('offers to take back there too what can be, in French', async () => {
    await fill();
    await db.shares.add(
      aShare({
        id: 'sure',
        title: 'Vérifié',
        network: 'bluesky',
        state: 'verified',
        openedAt: now,
        postUrl: 'https://bsky.app/profile/me/post/1',
      }),
    );
    setTestLocale('fr');
    const { commands } = startPageBackground({
      eraseEntry: async () => {
        throw new RelaisError('not_signed_in', 'revoked');
      },
    });
    const user = userEvent.setup();
    open();
    const entry = (await screen.findByText('Vérifié')).closest('li') as HTMLElement;
    expect(within(entry).getByRole('link', { name: 'Voir la publication' }).getAttribute('href')).toBe(
      'https://bsky.app/profile/me/post/1',
    );
    await user.click(within(entry).getByRole('button', { name: /^Effacer du journal/ }));
    await user.click(within(entry).getByRole('button', { name: 'Effacer, et supprimer la publication sur Bluesky' }));
    await within(entry).findByRole('alert');
    const spot = screen.getByText('Dark-sky friendly lighting explained').closest('li') as HTMLElement;
    await user.click(within(spot).getByRole('button', { name: /^Effacer du journal/ }));
    await user.click(within(spot).getByRole('button', { name: 'Effacer, et retirer des groupes' }));
    await waitFor(() =>
      expect(commands.filter(({ name }) => name === 'eraseEntry').map(({ input }) => input)).toEqual([
        { table: 'share', id: 'sure', takeBack: true },
        { table: 'spot', id: 'sky', takeBack: true },
      ]),
    );
  });

  it('shows the address that left and how often it was followed', async () => {
    const url = 'https://hub.maison-lumen.example/l/Ab12Cd34';
    await db.shares.add(aShare({ sharedUrl: url, openedAt: now }));
    await db.shortLinks.add({
      id: 'i|linkedin',
      connectionId: 'lumen',
      itemId: 'i',
      network: 'linkedin',
      key: 'k',
      url,
      createdAt: now,
      visits: 12,
    });
    const { commands } = startPageBackground();
    setTestLocale('fr');
    const { container } = open();
    await screen.findByText('12 visites');
    expect(screen.getByText(url)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Roubaix/ }).getAttribute('href')).toBe(
      'https://maison-lumen.example/roubaix',
    );
    await waitFor(() => expect(commands.map(({ name }) => name)).toEqual(['refreshVisits']));
    await expectAccessible(container);
  });

  it('keeps long words whole behind two lines', async () => {
    await db.shares.add(aShare({ text: `${'Beaucoup de mots. '.repeat(20)}La fin.`, openedAt: now }));
    const user = userEvent.setup();
    open();
    const more = await screen.findByRole('button', { name: 'Read all', expanded: false });
    await user.click(more);
    expect(screen.getByRole('button', { name: 'Show less', expanded: true })).toBeTruthy();
    expect(screen.getByText(/La fin\./)).toBeTruthy();
  });
});

describe('JournalFiles', () => {
  const saved: Blob[] = [];
  beforeEach(() => {
    saved.length = 0;
    // jsdom has no object addresses; a browser's would do nothing more here.
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => {} });
  });

  it('exports the journal as a file named by the day', async () => {
    await fill();
    const { commands } = startPageBackground({ exportJournal: async () => ({ content: 'id,kind\r\n', count: 3 }) });
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Export as a table (CSV)' }));
    await screen.findByText('3 acts saved as relais-journal-2026-11-19.csv.');
    expect(await saved[0]?.text()).toBe('id,kind\r\n');
    expect(commands).toEqual([{ name: 'exportJournal', input: { format: 'csv' } }]);
  });

  it('shows what a file would bring, and writes it only then', async () => {
    const outcome = { added: 12, known: 3, refused: 22, refusals: [{ row: 4, field: 'network' }] };
    const { commands } = startPageBackground({ importJournal: async () => outcome });
    setTestLocale('fr');
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByRole('button', { name: 'Importer un journal' });
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await user.upload(input, new File(['{}'], 'journal.json', { type: 'application/json' }));
    const heading = await screen.findByRole('heading', { name: 'Rien n’est encore écrit' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByText('12 actes nouveaux')).toBeTruthy();
    expect(screen.getByText('3 déjà dans votre journal')).toBeTruthy();
    expect(screen.getByText(/Ligne 4\s: «\snetwork\s»/)).toBeTruthy();
    expect(screen.getByText('et 21 autres lignes')).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Ajouter 12 actes' }));
    await screen.findByText('12 actes ajoutés à votre journal.');
    expect(commands.map(({ input: sent }) => sent)).toEqual([
      { content: '{}', apply: false },
      { content: '{}', apply: true },
    ]);
  });

  it('says in words that a file is no journal', async () => {
    startPageBackground({
      importJournal: async () => {
        throw new RelaisError('not_a_journal', 'no');
      },
    });
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByRole('button', { name: 'Import a journal' });
    await user.upload(
      container.querySelector('input[type=file]') as HTMLInputElement,
      new File(['?'], 'a.csv', { type: 'text/csv' }),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('not a Relais journal');
  });
});
