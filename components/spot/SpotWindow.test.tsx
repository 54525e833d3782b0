import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { Handlers } from '../../lib/messaging/handle.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aConnection, aDelivery, aDraft, aGroup, aSpot } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { SpotWindow } from './SpotWindow.tsx';

let db: RelaisDb;
let opened: string[];
let closed: number;

beforeEach(() => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => true });
  db = new RelaisDb(`spot-${crypto.randomUUID()}`);
  opened = [];
  closed = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

async function seedReady(): Promise<void> {
  await db.connections.add(aConnection());
  await db.groups.bulkAdd([
    aGroup(),
    aGroup({ id: 'lumen|lab', remoteId: 'lab', name: 'R&D Lab', visibility: 'private', memberCount: 18, position: 1 }),
  ]);
  await db.drafts.add(aDraft({ quote: 'glare may be cut by a third' }));
}

function open(undoWindowMs?: number) {
  return render(
    <SpotWindow
      db={db}
      draftId="draft-1"
      openPage={(path) => opened.push(path)}
      closeWindow={() => {
        closed += 1;
      }}
      undoWindowMs={undoWindowMs}
    />,
  );
}

/** What the background does on a spot, as far as a page can see: the rows, and the draft consumed. */
const sendSpot: Handlers['sendSpot'] = async ({ title, groupIds }) => {
  await db.spots.add(aSpot({ page: { ...aSpot().page, title } }));
  await db.deliveries.bulkAdd(
    groupIds.map((groupId, i) =>
      aDelivery({ id: `delivery-${i}`, groupId, groupName: groupId === 'lumen|lab' ? 'R&D Lab' : 'Lighting watch' }),
    ),
  );
  await db.drafts.delete('draft-1');
  return { spotId: 'spot-1' };
};

describe('SpotWindow', () => {
  it('spots by keyboard alone: the first group has the focus, Space chooses, Ctrl+Enter sends', async () => {
    await seedReady();
    const { commands } = startPageBackground({ sendSpot });
    const user = userEvent.setup();
    const { container } = open();
    const first = await screen.findByRole('checkbox', { name: 'Lighting watch' });
    await waitFor(() => expect(document.activeElement).toBe(first));
    await user.keyboard(' {ArrowDown} ');
    expect(screen.getByRole('button', { name: 'Spot into 2 groups' })).toBeTruthy();
    expect(screen.getByText('Anyone at Maison Lumen can read it in Lighting watch.')).toBeTruthy();
    expect(screen.getByText('Only members of R&D Lab will see it.')).toBeTruthy();
    await expectAccessible(container);

    await user.type(screen.getByLabelText('Why it matters (optional)'), 'Two{Enter}lines');
    expect(commands).toEqual([]);
    await user.type(screen.getByLabelText('Tags (optional)'), 'optics,#street{Enter}glare');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: 'On its way into 2 groups' });
    expect(commands).toEqual([
      {
        name: 'sendSpot',
        input: {
          draftId: 'draft-1',
          title: 'Dark-sky friendly lighting explained',
          comment: 'Two\nlines',
          quote: 'glare may be cut by a third',
          tags: ['optics', 'street', 'glare'],
          groupIds: ['lumen|watch', 'lumen|lab'],
        },
      },
    ]);
    await expectAccessible(container);
  });

  it('sends the page as it was edited: another title, without its quote', async () => {
    await seedReady();
    const { commands } = startPageBackground({ sendSpot });
    const user = userEvent.setup();
    open();
    const title = await screen.findByLabelText('Title');
    await user.clear(title);
    await user.click(screen.getByRole('checkbox', { name: 'R&D Lab' }));
    await user.click(screen.getByRole('button', { name: 'Spot into 1 group' }));
    expect(screen.getByRole('alert').textContent).toContain('Give the page a title');
    expect(commands).toEqual([]);
    await user.type(title, 'A clearer title');
    await user.click(screen.getByRole('button', { name: 'Remove the quote' }));
    await user.click(screen.getByRole('button', { name: 'Spot into 1 group' }));
    await screen.findByRole('heading', { name: 'On its way into 1 group' });
    expect(commands[0]?.input).toMatchObject({ title: 'A clearer title', quote: null });
  });

  it('asks for a group before anything is sent', async () => {
    await seedReady();
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Choose a group' }));
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Lighting watch' }));
    expect(commands).toEqual([]);
  });

  it('keeps what was typed when the background refuses', async () => {
    await seedReady();
    startPageBackground({
      sendSpot: async () => {
        throw new RelaisError('storage_full', 'quota');
      },
    });
    const user = userEvent.setup();
    const { container } = open();
    await user.type(await screen.findByLabelText('Why it matters (optional)'), 'Kept');
    await user.click(screen.getByRole('checkbox', { name: 'R&D Lab' }));
    await user.click(screen.getByRole('button', { name: 'Spot into 1 group' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why it matters (optional)').value).toBe('Kept');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'R&D Lab' }).checked).toBe(true);
    await expectAccessible(container);
  });

  it('finds a group among many, and marks where the page was spotted already', async () => {
    await seedReady();
    await db.groups.bulkAdd(
      ['Éclairage public', 'Ventes', 'Client signals'].map((name, i) =>
        aGroup({ id: `lumen|g${i}`, remoteId: `g${i}`, name, visibility: 'request', position: 2 + i }),
      ),
    );
    await db.spots.add(aSpot({ id: 'earlier' }));
    await db.deliveries.add(
      aDelivery({ spotId: 'earlier', state: 'delivered', createdAt: Date.UTC(2026, 10, 20, 12) }),
    );
    setTestLocale('fr');
    const user = userEvent.setup();
    const { container } = open();
    const watch = await screen.findByRole('checkbox', { name: 'Lighting watch' });
    expect(within(watch.closest('label') as HTMLElement).getByText('Spotté ici le 20 nov. 2026')).toBeTruthy();
    await user.type(screen.getByRole('searchbox', { name: 'Chercher un groupe' }), 'eclair{Enter}');
    expect(screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-labelledby'))).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Éclairage public' }));
    await user.keyboard(' ');
    expect(screen.getByRole('button', { name: 'Spotter dans 1 groupe' })).toBeTruthy();
    await expectAccessible(container);
  });

  it('warns in words about an internal address and a removed key', async () => {
    await seedReady();
    await db.drafts.update('draft-1', { warnings: ['internal_address', 'secret_removed'] });
    const { container } = open();
    await screen.findByText(/This address looks internal/);
    expect(screen.getByText(/It was removed before anything is sent/)).toBeTruthy();
    await expectAccessible(container);
  });

  it.each([
    ['en', 'browser_page', 'This page belongs to the browser'],
    ['en', 'no_access', 'Relais cannot read this page yet'],
    ['fr', 'browser_page', 'Cette page appartient au navigateur'],
  ] as const)('says in %s why a page cannot be spotted: %s', async (locale, refusal, title) => {
    setTestLocale(locale);
    await seedReady();
    await db.drafts.update('draft-1', { page: null, refusal });
    const { container } = open();
    await screen.findByRole('heading', { name: title });
    await expectAccessible(container);
  });

  it('leads to the welcome page without a connection, and refreshes groups that are not there', async () => {
    await db.drafts.add(aDraft());
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Connect' }));
    expect(opened).toEqual(['welcome.html']);
    await expectAccessible(container);
    // The welcome page did its work in another tab: this window goes on from there.
    await db.connections.add(aConnection());
    await user.click(await screen.findByRole('button', { name: 'Refresh groups' }));
    await waitFor(() => expect(commands).toEqual([{ name: 'refreshGroups', input: {} }]));
    await db.groups.add(aGroup());
    await screen.findByRole('checkbox', { name: 'Lighting watch' });
  });

  it('says so when the draft is gone', async () => {
    open();
    await screen.findByRole('heading', { name: 'Nothing waits to be spotted here' });
  });
});

async function sendFrom(undoWindowMs?: number) {
  await seedReady();
  const { commands } = startPageBackground({ sendSpot });
  const user = userEvent.setup();
  const view = open(undoWindowMs);
  await user.click(await screen.findByRole('checkbox', { name: 'Lighting watch' }));
  await user.click(screen.getByRole('checkbox', { name: 'R&D Lab' }));
  await user.click(screen.getByRole('button', { name: 'Spot into 2 groups' }));
  await screen.findByRole('heading', { name: 'On its way into 2 groups' });
  return { ...view, commands, user };
}

describe('SpotDone', () => {
  it('follows each group live: delivered, waiting for the network, refused', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    const { container, user } = await sendFrom();
    await db.deliveries.update('delivery-0', { failure: { code: 'network_unreachable', at: 1 } });
    await screen.findByText('Will leave when the network is back');
    await db.deliveries.bulkUpdate([
      { key: 'delivery-0', changes: { state: 'delivered', failure: null } },
      { key: 'delivery-1', changes: { state: 'parked', failure: { code: 'rejected', at: 1 } } },
    ]);
    await screen.findByRole('heading', { name: '1 group did not take it' });
    expect(screen.getByText('Delivered')).toBeTruthy();
    expect(screen.getByText(/The hub did not accept this content/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open my journal' }));
    expect(opened).toEqual(['dashboard.html#journal']);
    await expectAccessible(container);
  });

  it('undoes the spot while the moment lasts', async () => {
    const { container, commands, user } = await sendFrom();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(commands.at(-1)).toEqual({ name: 'undoSpot', input: { spotId: 'spot-1' } });
    await db.deliveries.toCollection().modify({ state: 'undone' });
    await screen.findByRole('heading', { name: 'Taken back' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await expectAccessible(container);
  });

  it('closes by itself once everything is delivered and nobody is busy with it', async () => {
    const { container, user } = await sendFrom(50);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(closed).toBe(0);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
    await db.deliveries.toCollection().modify({ state: 'delivered' });
    await screen.findByRole('heading', { name: 'Spotted into 2 groups' });
    await expectAccessible(container);
    expect(closed).toBe(0);
    (document.activeElement as HTMLElement).blur();
    await waitFor(() => expect(closed).toBe(1));
  });
});
