import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem, aShare, aSource } from '../../tests/helpers/rows.ts';
import { ComposePage } from './ComposePage.tsx';

let db: RelaisDb;
let closed: number;

beforeEach(async () => {
  db = new RelaisDb(`compose-${crypto.randomUUID()}`);
  closed = 0;
  await db.sources.add(aSource());
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open(names: string[], { startsRound = false } = {}) {
  render(
    <ComposePage
      db={db}
      itemId="i"
      names={names}
      startsRound={startsRound}
      preferred={['linkedin', 'x']}
      close={() => {
        closed += 1;
      }}
    />,
  );
  return userEvent.setup();
}

describe('ComposePage', () => {
  it('opens on the network of the address, and on the employee’s own where this version knows none', async () => {
    await db.items.add(anItem({ id: 'i' }));
    open(['bluesky']);
    await screen.findByRole('heading', { name: 'Share on Bluesky' });
    cleanup();
    open(['friendly-square']);
    await screen.findByRole('heading', { name: 'Share on LinkedIn' });
    await screen.findByRole('button', { name: 'More networks' });
    await expectAccessible();
  });

  it('opens where the last draft was, and where the company lets the item go', async () => {
    await db.items.add(anItem({ id: 'i', networks: ['x'] }));
    open([]);
    await screen.findByRole('heading', { name: 'Share on X' });
    cleanup();
    await db.items.update('i', { networks: null });
    await db.shareDrafts.add({ itemId: 'i', network: 'threads', text: 'Half', aside: null, savedAt: 1 });
    open([]);
    await screen.findByRole('heading', { name: 'Share on Threads' });
  });

  it('says what to do at the network, and takes the employee’s word', async () => {
    await db.items.add(anItem({ id: 'i' }));
    await db.shares.add(aShare({ id: 's', itemId: 'i', network: 'x' }));
    const { commands } = startPageBackground({ startShare: async () => ({ shareId: 's' }) });
    const user = open(['x']);
    await user.click(await screen.findByRole('button', { name: 'Share on X' }));
    await screen.findByText('X is open with your text.');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Not shared on X after all' }));
    await waitFor(() =>
      expect(commands.at(-1)).toEqual({ name: 'decideShare', input: { shareId: 's', state: 'dismissed' } }),
    );
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(closed).toBe(1);
  });

  it('begins with the round of several', async () => {
    await db.items.add(anItem({ id: 'i' }));
    open(['linkedin', 'x'], { startsRound: true });
    await screen.findByRole('button', { name: 'Open X' });
    expect(screen.getByRole('heading', { name: 'One network at a time' })).toBeTruthy();
  });

  it('says when the item left the feed', async () => {
    const user = open(['x']);
    await screen.findByText('This item is no longer in your feed.');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(closed).toBe(1);
  });
});
