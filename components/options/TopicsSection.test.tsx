import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { TopicsSection } from './TopicsSection.tsx';

const now = new Date(2026, 10, 22, 12).getTime();
let db: RelaisDb;

beforeEach(() => {
  db = new RelaisDb(`topics-${crypto.randomUUID()}`);
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const open = () => render(<TopicsSection db={db} now={() => now} />);
const listOf = (name: string) => within(screen.getByRole('list', { name }));

describe('TopicsSection', () => {
  it('says what each list is for while it is empty', async () => {
    open();
    expect(await screen.findByText(/A card’s menu follows its topics/)).toBeTruthy();
    expect(screen.getByText('Nothing is put away.')).toBeTruthy();
    await expectAccessible();
  });

  it('shows all that was decided, and takes each back', async () => {
    await db.topics.bulkAdd([
      { key: 'energie', label: 'Énergie', stance: 'followed' },
      { key: 'sport', label: 'Sport', stance: 'muted' },
    ]);
    await db.items.bulkAdd([anItem({ id: 'a', title: 'Hidden one' }), anItem({ id: 'b', title: 'Put off' })]);
    await db.marks.bulkAdd([
      { itemId: 'a', savedAt: null, hiddenAt: now - 86_400_000, snoozedUntil: null },
      { itemId: 'b', savedAt: null, hiddenAt: null, snoozedUntil: new Date(2026, 10, 23, 8).getTime() },
      { itemId: 'gone', savedAt: null, hiddenAt: now, snoozedUntil: null },
    ]);
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Stop following “Énergie”' }));
    await user.click(screen.getByRole('button', { name: 'Hear about “Sport” again' }));
    await user.click(screen.getByRole('button', { name: 'Bring back: Hidden one' }));
    expect(listOf('Coming back later').getByText(/^Back on Monday, November 23/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring back: Put off' }));
    await waitFor(() =>
      expect(commands.map(({ input }) => input)).toEqual([
        { label: 'Énergie', stance: null },
        { label: 'Sport', stance: null },
        { itemId: 'a', hidden: false },
        { itemId: 'b', snoozedUntil: null },
      ]),
    );
    await expectAccessible();
  });

  it('follows and mutes a topic by its name, and offers those the feed speaks of', async () => {
    await db.items.bulkAdd([
      anItem({ id: 'a', tags: ['Lille', '#Énergie'] }),
      anItem({ id: 'b', tags: ['énergie'], orderAt: 1 }),
      anItem({ id: 'c', tags: ['Sport'] }),
    ]);
    await db.topics.add({ key: 'sport', label: 'Sport', stance: 'muted' });
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    open();
    const offered = await screen.findByRole('list', { name: 'Met in your feed' });
    expect(
      within(offered)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Énergie', 'Lille']);
    await user.type(screen.getByLabelText('Topic'), 'Recyclage{Enter}');
    await user.type(screen.getByLabelText('Topic'), 'Bourse');
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    await user.click(within(offered).getByRole('button', { name: 'Follow “Lille”' }));
    await waitFor(() =>
      expect(commands.map(({ input }) => input)).toEqual([
        { label: 'Recyclage', stance: 'followed' },
        { label: 'Bourse', stance: 'muted' },
        { label: 'Lille', stance: 'followed' },
      ]),
    );
  });

  it('shows a long list in short, and says why something failed, in French', async () => {
    setTestLocale('fr');
    await db.items.bulkAdd(Array.from({ length: 8 }, (_, i) => anItem({ id: `i${i}`, title: `Contenu ${i}` })));
    await db.marks.bulkAdd(
      Array.from({ length: 8 }, (_, i) => ({ itemId: `i${i}`, savedAt: null, hiddenAt: i, snoozedUntil: null })),
    );
    startPageBackground({ setItemMark: () => Promise.reject(new RelaisError('storage_full', 'full')) });
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Afficher 3 autres' }));
    expect(screen.getAllByRole('button', { name: /^Remettre/ })).toHaveLength(8);
    await user.click(screen.getByRole('button', { name: /Contenu 7$/ }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/disque/);
    await expectAccessible();
  });
});
