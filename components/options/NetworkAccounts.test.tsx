import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anAccount } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { NetworkAccounts } from './NetworkAccounts.tsx';

let db: RelaisDb;
let asked: string[][];

beforeEach(() => {
  db = new RelaisDb(`accounts-${crypto.randomUUID()}`);
  asked = [];
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open() {
  const requestHostAccess = async (...origins: string[]) => {
    asked.push(origins);
    return true;
  };
  return render(<NetworkAccounts {...{ db, requestHostAccess }} />);
}

describe('NetworkAccounts', () => {
  it('signs in to Bluesky by an app password, hidden while it is typed', async () => {
    const { commands } = startPageBackground({
      signInBluesky: async () => {
        await db.accounts.add(anAccount());
        return { accountId: anAccount().id, handle: 'camille.bsky.social' };
      },
    });
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Connect Bluesky' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Your Bluesky name'));
    await expectAccessible(container);
    await user.keyboard('@camille.bsky.social');
    const password = screen.getByLabelText<HTMLInputElement>('App password');
    expect(password.type).toBe('password');
    await user.type(password, 'abcd-efgh-ijkl-mnop{Enter}');
    await screen.findByRole('heading', { name: '@camille.bsky.social' });
    await waitFor(() => expect(screen.queryByLabelText('App password')).toBeNull());
    expect(commands).toEqual([
      {
        name: 'signInBluesky',
        input: { handle: '@camille.bsky.social', appPassword: 'abcd-efgh-ijkl-mnop', server: null },
      },
    ]);
    await expectAccessible(container);
  });

  it('says why a sign-in failed and keeps what was typed', async () => {
    startPageBackground({
      signInBluesky: () => Promise.reject(new RelaisError('app_password_needed', 'not an app password')),
    });
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Connect Bluesky' }));
    await user.type(screen.getByLabelText('Your Bluesky name'), 'me');
    await user.type(screen.getByLabelText('App password'), 'my own{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/wants an app password/);
    expect(screen.getByLabelText<HTMLInputElement>('Your Bluesky name').value).toBe('me');
    await expectAccessible(container);
  });

  it('asks for a server’s permission where that is all that lacks, then goes on', async () => {
    let allowed = false;
    const { commands } = startPageBackground({
      startMastodonSignIn: async () => {
        if (!allowed) throw new RelaisError('host_access_needed', 'x', { origin: 'https://social.example' });
        return { server: 'https://social.example' };
      },
    });
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: 'Connect Mastodon' }));
    await user.type(screen.getByLabelText('Your Mastodon server'), 'social.example{Enter}');
    const allow = await screen.findByRole('button', { name: /social.example/ });
    allowed = true;
    await user.click(allow);
    await waitFor(() => expect(commands).toHaveLength(2));
    expect(asked).toEqual([['https://social.example']]);
  });

  it('takes the code of a Mastodon server, even when the page was opened anew', async () => {
    await db.accounts.add(
      anAccount({
        id: 'mastodon|https://social.example|',
        network: 'mastodon',
        server: 'https://social.example',
        handle: '',
        state: 'pending',
      }),
    );
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await user.type(await screen.findByLabelText('Code shown by social.example'), 'the-code{Enter}');
    await expectAccessible(container);
    expect(commands).toEqual([
      { name: 'finishMastodonSignIn', input: { server: 'https://social.example', code: 'the-code' } },
    ]);
  });

  it('disconnects after a question', async () => {
    await db.accounts.add(anAccount());
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Disconnect @camille.bsky.social' }));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Disconnect' }));
    await waitFor(() =>
      expect(commands).toEqual([{ name: 'disconnectAccount', input: { accountId: anAccount().id } }]),
    );
  });

  it('says in French how to come back to an account that was lost, with its name filled in', async () => {
    setTestLocale('fr');
    await db.accounts.add(anAccount({ state: 'revoked' }));
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText(/Bluesky n’accepte plus cette connexion/);
    await user.click(screen.getByRole('button', { name: 'Se reconnecter' }));
    expect(screen.getByLabelText<HTMLInputElement>('Votre nom Bluesky').value).toBe('camille.bsky.social');
    await expectAccessible(container);
  });
});
