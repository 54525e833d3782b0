import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { Handlers } from '../../lib/messaging/handle.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aShare } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { AskWindow } from './AskWindow.tsx';

let db: RelaisDb;
let closed: number;

beforeEach(() => {
  db = new RelaisDb(`ask-${crypto.randomUUID()}`);
  closed = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

async function open(handlers: Partial<Handlers> = {}) {
  await db.shares.add(aShare({ id: 'share-1', network: 'linkedin', title: 'Six apprentices' }));
  const { commands } = startPageBackground(handlers);
  render(
    <AskWindow
      db={db}
      shareId="share-1"
      close={() => {
        closed += 1;
      }}
    />,
  );
  return { user: userEvent.setup(), commands };
}

describe('AskWindow', () => {
  it.each([
    ['Yes, posted', 'confirmed'],
    ['Not this time', 'dismissed'],
  ] as const)('writes “%s” as %s, then closes', async (label, state) => {
    const { user, commands } = await open();
    expect((await screen.findByRole('heading')).textContent).toBe('Did you post it on LinkedIn?');
    expect(screen.getByText('Six apprentices')).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: label }));
    await waitFor(() => expect(closed).toBe(1));
    expect(commands).toEqual([{ name: 'decideShare', input: { shareId: 'share-1', state } }]);
  });

  it('leaves the share undecided on Escape', async () => {
    const { user, commands } = await open();
    await screen.findByRole('heading');
    await user.keyboard('{Escape}');
    expect(closed).toBe(1);
    expect(commands).toEqual([]);
  });

  it('stays open when the answer was not written', async () => {
    const { user } = await open({ decideShare: () => Promise.reject(new RelaisError('storage_full', 'no room')) });
    await user.click(await screen.findByRole('button', { name: 'Yes, posted' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/The disk is full/);
    expect(closed).toBe(0);
  });

  it('asks in French', async () => {
    setTestLocale('fr');
    await open();
    expect((await screen.findByRole('heading')).textContent).toBe('L’avez-vous publié sur LinkedIn\u00a0?');
    expect(screen.getByRole('button', { name: 'Pas cette fois' })).toBeTruthy();
    await expectAccessible();
  });

  it('says that nothing is left to answer when the share is gone', async () => {
    render(<AskWindow db={db} shareId="nobody" close={() => {}} />);
    expect(await screen.findByText('There is nothing to answer here')).toBeTruthy();
    await expectAccessible();
  });
});
