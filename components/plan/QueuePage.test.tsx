import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aPlan } from '../../tests/helpers/plan-rows.ts';
import { anItem } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { QueuePage } from './QueuePage.tsx';

const hour = 3_600_000;
let db: RelaisDb;
beforeEach(async () => {
  db = new RelaisDb(`queue-${crypto.randomUUID()}`);
  await db.items.bulkAdd([anItem({ id: 'newsroom|heat' }), anItem({ id: 'newsroom|lamp' })]);
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open(notifications = { canNotify: async () => true, requestNotifications: async () => true }) {
  const background = startPageBackground({
    movePlan: async ({ at }) => ({ at: at ?? Date.now() + hour }),
    cancelPlan: async ({ planId, isCancelled }) => {
      await db.plans.update(planId, { state: isCancelled ? 'cancelled' : 'planned' });
      return {};
    },
  });
  render(<QueuePage db={db} notifications={notifications} />);
  return { ...background, user: userEvent.setup() };
}

describe('QueuePage', () => {
  it('lists what is planned, the next one first, and moves, opens and cancels each with a way back', async () => {
    await db.plans.bulkAdd([
      aPlan({ id: 'b', title: 'The solar lamp', itemId: 'newsroom|lamp', at: Date.now() + 48 * hour }),
      aPlan({ id: 'a', title: 'Recovered heat' }),
    ]);
    const { commands, user } = open();
    await screen.findByText('2 planned shares');
    const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(titles).toEqual(['Recovered heat', 'The solar lamp']);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Edit the words: Recovered heat' }));
    await user.click(screen.getByRole('button', { name: 'Change the time: The solar lamp' }));
    const form = within(screen.getByRole('form', { name: 'Change the time: The solar lamp' }));
    await user.click(form.getByRole('button', { name: 'Next free slot' }));
    await screen.findByText(/Moved to/);
    await user.click(screen.getByRole('button', { name: 'Cancel: Recovered heat' }));
    await screen.findByText('“Recovered heat” is out of your queue.');
    await screen.findByText('1 planned share');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('2 planned shares');
    expect(commands).toEqual([
      { name: 'openPlan', input: { planId: 'a' } },
      { name: 'movePlan', input: { planId: 'b', at: null } },
      { name: 'cancelPlan', input: { planId: 'a', isCancelled: true } },
      { name: 'cancelPlan', input: { planId: 'a', isCancelled: false } },
    ]);
  });

  it('says whose moment it is, with the reason when a post asks, and what is left of a gone item', async () => {
    await db.plans.bulkAdd([
      aPlan({
        id: 'a',
        title: 'Recovered heat',
        state: 'due',
        mode: 'post',
        problem: 'late',
        at: Date.now() - 30 * hour,
      }),
      aPlan({ id: 'b', title: 'Six apprentices', itemId: 'newsroom|gone', state: 'due', at: Date.now() - hour }),
    ]);
    const { commands, user } = open();
    const due = within(await screen.findByRole('region', { name: 'It’s time: 2 shares are waiting for you' }));
    expect(due.getByText(/Relais did not post it without you/)).toBeTruthy();
    expect(due.getByText(/has left the feed. Your words are kept here/)).toBeTruthy();
    expect(due.queryByRole('button', { name: 'Open the composer: Six apprentices' })).toBeNull();
    await expectAccessible();
    await user.click(due.getByRole('button', { name: 'Copy my words: Six apprentices' }));
    await due.findByText('Copied.');
    expect(await navigator.clipboard.readText()).toBe('Proud of the Roubaix team.');
    await user.click(due.getByRole('button', { name: 'Open the composer: Recovered heat' }));
    expect(commands).toEqual([{ name: 'openPlan', input: { planId: 'a' } }]);
  });

  it('is empty with a way to begin, keeps the rhythm chosen, and offers notifications, in French', async () => {
    setTestLocale('fr');
    const { commands, user } = open({ canNotify: async () => false, requestNotifications: async () => false });
    await screen.findByText('Rien de prévu');
    await user.click(await screen.findByRole('button', { name: 'Me prévenir par une notification' }));
    await screen.findByText(/Le point sur le bouton Relais reste/);
    await user.selectOptions(await screen.findByLabelText('Au plus, par jour'), '3');
    await user.click(screen.getByRole('checkbox', { name: 'samedi' }));
    await user.selectOptions(screen.getByLabelText('De'), '20');
    await waitFor(() => expect(commands).toHaveLength(3));
    expect(commands.at(-1)?.input).toEqual({
      queue: { perDay: 3, fromHour: 20, toHour: 21, days: [1, 2, 3, 4, 5, 6] },
    });
    await expectAccessible();
  });
});
