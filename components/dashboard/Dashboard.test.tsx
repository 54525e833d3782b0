import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { Leaderboard } from '../../lib/domain/leaderboard.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aConnection, aDelivery, aParticipation, aShare, aSpot } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { Dashboard } from './Dashboard.tsx';

const now = new Date(2026, 10, 19, 12).getTime();
const dayMs = 86_400_000;
let db: RelaisDb;
let consent: boolean;
let asked: number;

beforeEach(() => {
  db = new RelaisDb(`dashboard-${crypto.randomUUID()}`);
  location.hash = '';
  consent = true;
  asked = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open(hash = '') {
  location.hash = hash;
  const requestStatisticsConsent = async () => {
    asked += 1;
    return consent;
  };
  const notifications = { canNotify: async () => true, requestNotifications: async () => true };
  return render(<Dashboard db={db} {...{ requestStatisticsConsent, notifications }} now={() => now} />);
}

function aLeaderboard(values: Partial<Leaderboard> = {}): Leaderboard {
  const row = { team: null, shares: 9, spots: 4, points: 110, isYou: false };
  return {
    period: 'month',
    from: new Date(2026, 10, 1).getTime(),
    to: new Date(2026, 11, 1).getTime(),
    participantCount: 12,
    rows: [
      { ...row, rank: 1, displayName: 'Inès B.', team: 'Sales North', points: 185 },
      { ...row, rank: 2, displayName: 'Camille R.', isYou: true },
    ],
    ...values,
  };
}

describe('LeaderboardPage', () => {
  it('says that a connection is needed', async () => {
    const { container } = open();
    await screen.findByRole('heading', { name: 'The leaderboard belongs to your company' });
    await expectAccessible(container);
  });

  it('lets one join only after the exact requests were shown for the name chosen', async () => {
    await db.connections.add(aConnection());
    const body = '{"display_name":"La luciole"}';
    const { commands } = startPageBackground({
      previewParticipation: async () => ({
        requests: [{ method: 'PUT', url: 'https://hub.example/api/v1/participation', body }],
      }),
    });
    const user = userEvent.setup();
    const { container } = open();
    const name = await screen.findByLabelText<HTMLInputElement>('Name shown to colleagues');
    expect(name.value).toBe('Camille Renard');
    const join = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Join the leaderboard' });
    expect(join().disabled).toBe(true);
    await user.clear(name);
    await user.type(name, 'La luciole');
    await user.click(screen.getByRole('button', { name: 'See exactly what leaves' }));
    const shown = await screen.findByText(/PUT https:\/\/hub\.example/);
    expect(shown.textContent).toBe(`PUT https://hub.example/api/v1/participation\n\n${body}`);
    expect(join().disabled).toBe(false);
    await expectAccessible(container);

    await user.type(name, '!');
    expect(join().disabled).toBe(true);
    await user.keyboard('{Backspace}');
    await user.click(screen.getByRole('button', { name: 'See exactly what leaves' }));
    await screen.findByText(/PUT https:\/\/hub\.example/);
    await user.click(join());
    const input = { connectionId: 'lumen', displayName: 'La luciole' };
    await waitFor(() => expect(commands.at(-1)).toEqual({ name: 'joinLeaderboard', input }));
    expect(asked).toBe(1);
  });

  it('sends nothing when the browser’s own consent is refused', async () => {
    await db.connections.add(aConnection());
    consent = false;
    const { commands } = startPageBackground({ previewParticipation: async () => ({ requests: [] }) });
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'See exactly what leaves' }));
    await screen.findByText('What would leave, word for word');
    await user.click(screen.getByRole('button', { name: 'Join the leaderboard' }));
    await screen.findByText(/so nothing was sent/);
    expect(commands.map(({ name }) => name)).toEqual(['previewParticipation']);
  });

  it('shows the stored rows at once, asks the hub for today’s, and names one’s own row', async () => {
    await db.connections.add(aConnection());
    await db.participations.add(aParticipation());
    await db.leaderboards.add({
      connectionId: 'lumen',
      period: 'month',
      leaderboard: aLeaderboard(),
      fetchedAt: now - 3_600_000,
    });
    const { commands } = startPageBackground({
      refreshLeaderboard: async () => {
        throw new RelaisError('network_unreachable', 'offline');
      },
    });
    setTestLocale('fr');
    const user = userEvent.setup();
    const { container } = open();
    const table = await screen.findByRole('table', { name: 'Maison Lumen, du 1 nov. 2026 au 30 nov. 2026' });
    const own = within(table).getByRole('row', { name: /Camille R\. vous/ });
    expect(
      within(own)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2', '', '9', '4', '110']);
    expect(screen.getByText(/^Vous apparaissez sous le nom «\sCamille R\.\s»$/)).toBeTruthy();
    await screen.findByText(/Affiché tel qu’enregistré le/);
    expect(screen.getByText(/^10 points par partage/)).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Ce trimestre' }));
    await waitFor(() =>
      expect(commands.map(({ input }) => input)).toEqual([
        { connectionId: 'lumen', period: 'month' },
        { connectionId: 'lumen', period: 'quarter' },
      ]),
    );
  });

  it('withdraws after a second word, then shows that it is leaving', async () => {
    await db.connections.add(aConnection());
    await db.participations.add(aParticipation());
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay' }));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Withdraw' }));
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    await user.click(screen.getByRole('button', { name: 'Leave and remove' }));
    await waitFor(() =>
      expect(commands.at(-1)).toEqual({ name: 'leaveLeaderboard', input: { connectionId: 'lumen' } }),
    );
    await db.participations.update('lumen', { state: 'leaving' });
    await screen.findByText('You are leaving the leaderboard');
    expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
    await expectAccessible(container);
  });

  it('goes from one company to the other', async () => {
    await db.connections.bulkAdd([aConnection(), aConnection({ id: 'atelier', companyName: 'Atelier Nord' })]);
    await db.participations.add(aParticipation());
    startPageBackground();
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Maison Lumen' }));
    await screen.findByText('You appear as “Camille R.”');
    await user.click(screen.getByRole('button', { name: 'Atelier Nord' }));
    await screen.findByText(/Atelier Nord counts them/);
  });
});

describe('JournalPage', () => {
  it('says what the journal is for when it is empty', async () => {
    const { container } = open('#journal');
    await screen.findByRole('heading', { name: 'Your journal starts with your first share' });
    await expectAccessible(container);
  });

  it('tells opened, confirmed and verified apart, in figures as in the list', async () => {
    await db.shares.bulkAdd([
      aShare({ id: 'a', title: 'Opened one', openedAt: now - 3_600_000 }),
      aShare({ id: 'b', title: 'Confirmed one', network: 'x', state: 'confirmed', openedAt: now - dayMs }),
      aShare({ id: 'c', title: 'Verified one', network: 'bluesky', state: 'verified', openedAt: now - 2 * dayMs }),
      aShare({ id: 'd', title: 'Dismissed one', state: 'dismissed', openedAt: now - 2 * dayMs }),
    ]);
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open('#journal');
    const entry = async (title: string) =>
      (await screen.findByRole('link', { name: title })).closest('li') as HTMLElement;
    expect((await entry('Opened one')).textContent).toContain('Composer opened. Did it go out?');
    expect((await entry('Confirmed one')).textContent).toContain('Published, you said so');
    expect((await entry('Dismissed one')).textContent).toContain('Not posted');
    const verified = await entry('Verified one');
    expect(verified.textContent).toContain('Published, verified by Bluesky');
    expect(within(verified).queryByRole('button', { name: /posted/ })).toBeNull();
    const week = screen.getByRole('heading', { name: 'This week' }).parentElement as HTMLElement;
    expect(within(week).getByText('shares published').nextElementSibling?.textContent).toBe('2');
    expect(within(week).getByText('1 opened, without your word yet')).toBeTruthy();

    await user.click(within(await entry('Opened one')).getByRole('button', { name: 'Yes, posted' }));
    await user.click(within(await entry('Confirmed one')).getByRole('button', { name: 'It was not posted' }));
    await user.click(within(await entry('Dismissed one')).getByRole('button', { name: 'It was posted' }));
    await waitFor(() =>
      expect(commands).toEqual([
        { name: 'decideShare', input: { shareId: 'a', state: 'confirmed' } },
        { name: 'decideShare', input: { shareId: 'b', state: 'dismissed' } },
        { name: 'decideShare', input: { shareId: 'd', state: 'confirmed' } },
      ]),
    );
    await expectAccessible(container);
  });

  it('says in French where a spot stands in each group, and what can be done', async () => {
    await db.connections.add(aConnection());
    await db.spots.add(aSpot({ createdAt: now - 60_000, comment: 'À lire' }));
    await db.deliveries.bulkAdd([
      aDelivery({ id: 'ok', state: 'delivered', createdAt: now - 60_000 }),
      aDelivery({
        id: 'no',
        groupName: 'R&D Lab',
        state: 'parked',
        failure: { code: 'forbidden', at: now },
        createdAt: now - 60_000,
      }),
    ]);
    setTestLocale('fr');
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open('#journal');
    await screen.findByText('Remis');
    expect(screen.getByText('Non remis', { ignore: 'option' })).toBeTruthy();
    expect(screen.getByText(/Le hub a refusé/)).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    await user.click(screen.getByRole('button', { name: 'Abandonner' }));
    await user.click(screen.getByRole('button', { name: 'Annuler le spot' }));
    await user.click(screen.getByRole('button', { name: 'Retirer' }));
    await waitFor(() =>
      expect(commands).toEqual([
        { name: 'retryDelivery', input: { deliveryId: 'no' } },
        { name: 'discardDelivery', input: { deliveryId: 'no' } },
        { name: 'undoSpot', input: { spotId: 'spot-1' } },
      ]),
    );
  });

  it('gives the eight weeks as a table too', async () => {
    await db.shares.add(aShare({ state: 'confirmed', openedAt: now - 9 * dayMs }));
    open('#journal');
    const user = userEvent.setup();
    await user.click(await screen.findByText('Show as a table'));
    const rows = within(screen.getByRole('table', { name: 'The last eight weeks' })).getAllByRole('row');
    expect(rows).toHaveLength(9);
    expect(rows.at(-2)?.textContent).toBe('Nov 9, 202610');
  });

  it('loads more on demand', async () => {
    await db.shares.bulkAdd(
      Array.from({ length: 31 }, (_, i) => aShare({ id: `s${i}`, title: `Share ${i}`, openedAt: now - i * 60_000 })),
    );
    const user = userEvent.setup();
    open('#journal');
    await screen.findByRole('link', { name: 'Share 29' });
    expect(screen.queryByRole('link', { name: 'Share 30' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show older ones' }));
    await screen.findByRole('link', { name: 'Share 30' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull());
  });
});
