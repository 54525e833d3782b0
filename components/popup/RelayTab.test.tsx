import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aPlan } from '../../tests/helpers/plan-rows.ts';
import { aDelivery, anItem, aShare, aSpot } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { RelayTab } from './RelayTab.tsx';

let db: RelaisDb;
let opened: string[];

beforeEach(() => {
  db = new RelaisDb(`relay-${crypto.randomUUID()}`);
  opened = [];
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open() {
  render(<RelayTab db={db} openPage={(path) => opened.push(path)} />);
  return userEvent.setup();
}

describe('RelayTab', () => {
  it('asks about opened shares, and forgets the question once it is answered', async () => {
    await db.shares.bulkAdd([
      aShare({ id: 'a', title: 'Six apprentices', openedAt: Date.now() }),
      aShare({ id: 'b', title: 'Told already', state: 'confirmed', openedAt: Date.now() }),
    ]);
    const { commands } = startPageBackground({
      decideShare: async ({ shareId, state }) => {
        await db.shares.update(shareId, { state });
        return {};
      },
    });
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Yes, posted: Six apprentices' }));
    await waitFor(() => expect(screen.queryByText('Six apprentices')).toBeNull());
    expect(screen.queryByText('Told already')).toBeNull();
    expect(commands).toEqual([{ name: 'decideShare', input: { shareId: 'a', state: 'confirmed' } }]);
    expect(screen.getByText('shares published').previousElementSibling?.textContent).toBe('2');
    await expectAccessible();
  });

  it('puts what is due on top, then the next three planned, and leads to the others', async () => {
    const later = (hours: number) => Date.now() + hours * 3_600_000;
    await db.items.add(anItem({ id: 'newsroom|heat' }));
    await db.plans.bulkAdd([
      aPlan({ id: 'due', title: 'Recovered heat', state: 'due', at: later(-1) }),
      ...[1, 2, 3, 4].map((n) => aPlan({ id: `p${n}`, title: `Planned ${n}`, at: later(n) })),
    ]);
    const { commands } = startPageBackground();
    const user = open();
    await screen.findByText('4 planned shares');
    const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(titles).toEqual(['Recovered heat', 'Planned 1', 'Planned 2', 'Planned 3']);
    await user.click(screen.getByRole('button', { name: 'Open the composer: Recovered heat' }));
    await user.click(screen.getByRole('button', { name: 'My whole queue' }));
    expect(commands).toEqual([{ name: 'openPlan', input: { planId: 'due' } }]);
    expect(opened).toEqual(['dashboard.html#queue']);
    await expectAccessible();
  });

  it('shows what waits and what was refused, each with its way out', async () => {
    const createdAt = Date.now();
    await db.spots.add(aSpot({ createdAt }));
    await db.deliveries.bulkAdd([
      aDelivery({ id: 'd1', groupName: 'Lighting watch', createdAt }),
      aDelivery({
        id: 'd2',
        groupName: 'R&D Lab',
        groupId: 'lumen|lab',
        state: 'parked',
        failure: { code: 'rejected', at: createdAt },
        createdAt,
      }),
    ]);
    const { commands } = startPageBackground();
    const user = open();
    const refused = within((await screen.findByText(/R&D Lab/)).closest('li') as HTMLElement);
    expect(refused.getByText(/did not accept this content/)).toBeTruthy();
    await user.click(refused.getByRole('button', { name: /^Try again/ }));
    await user.click(refused.getByRole('button', { name: /^Discard/ }));
    await waitFor(() =>
      expect(commands).toEqual([
        { name: 'retryDelivery', input: { deliveryId: 'd2' } },
        { name: 'discardDelivery', input: { deliveryId: 'd2' } },
      ]),
    );
    expect(screen.getByText('spot').previousElementSibling?.textContent).toBe('1');
    await expectAccessible();
  });

  it('leads to the journal and to the leaderboard, in French too', async () => {
    setTestLocale('fr');
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Journal' }));
    await user.click(screen.getByRole('button', { name: 'Classement' }));
    expect(opened).toEqual(['dashboard.html#journal', 'dashboard.html#leaderboard']);
    await expectAccessible();
  });
});
