import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aConnection, aGuideline } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { Welcome } from './Welcome.tsx';

const link = 'https://hub.maison-lumen.example/join#abcdefghijklmnopqrstuv';
let db: RelaisDb;
let askedOrigins: string[];
let closed: number;

beforeEach(() => {
  db = new RelaisDb(`welcome-${crypto.randomUUID()}`);
  askedOrigins = [];
  closed = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open(invitationUrl = '') {
  return render(
    <Welcome
      db={db}
      invitationUrl={invitationUrl}
      popupShortcut="Alt+Shift+R"
      requestHostAccess={async (origin) => {
        askedOrigins.push(origin);
        return true;
      }}
      closePage={() => {
        closed += 1;
      }}
    />,
  );
}

const previewInvitation = async () => ({
  companyName: 'Maison Lumen',
  hubUrl: 'https://hub.maison-lumen.example',
  expiresAt: Date.UTC(2026, 11, 24, 12),
});

describe('Welcome', () => {
  it('connects in three steps, each shown before the next', async () => {
    const { commands } = startPageBackground({
      previewInvitation,
      connectHub: async () => {
        await db.connections.add(aConnection());
        await db.guidelines.add(aGuideline({ id: 'hub|charter', sourceId: 'hub', title: 'Our charter' }));
        return { connectionId: 'lumen', companyName: 'Maison Lumen' };
      },
    });
    const user = userEvent.setup();
    const { container } = open();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert').textContent).toContain('Paste the link first');
    await expectAccessible(container);
    await user.type(screen.getByLabelText('Invitation link'), link);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByText('Hub at hub.maison-lumen.example · invitation valid until Dec 24, 2026');
    const name = screen.getByLabelText('Your name, as colleagues see it');
    await waitFor(() => expect(document.activeElement).toBe(name));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Connect to Maison Lumen' }));
    expect(screen.getByRole('alert').textContent).toContain('Write the name');
    await user.type(name, 'Camille Renard{Enter}');
    await screen.findByRole('heading', { name: 'You are connected to Maison Lumen' });
    expect(commands).toEqual([
      { name: 'previewInvitation', input: { invitationUrl: link } },
      { name: 'connectHub', input: { invitationUrl: link, displayName: 'Camille Renard' } },
    ]);
    await user.click(await screen.findByText('Read “Our charter” first'));
    expect((await screen.findByText('work here')).tagName).toBe('STRONG');
    expect(screen.getByText(/Or press Alt\+Shift\+R/)).toBeTruthy();
    await expectAccessible(container);
  });

  it('reads at once the invitation that opened the page, and lets one choose another', async () => {
    setTestLocale('fr');
    const { commands } = startPageBackground({ previewInvitation });
    const user = userEvent.setup();
    const { container } = open(link);
    await screen.findByRole('button', { name: 'Se connecter à Maison Lumen' });
    expect(commands).toEqual([{ name: 'previewInvitation', input: { invitationUrl: link } }]);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Une autre invitation' }));
    expect(screen.getByLabelText<HTMLInputElement>('Lien d’invitation').value).toBe(link);
  });

  it('says what is wrong with an invitation and keeps what was typed', async () => {
    startPageBackground({
      previewInvitation: async () => {
        throw new RelaisError('invitation_expired', 'expired');
      },
    });
    open(link);
    expect((await screen.findByRole('alert')).textContent).toContain('This invitation has expired');
    expect(screen.getByLabelText<HTMLInputElement>('Invitation link').value).toBe(link);
  });

  it('asks for the hub’s site only when it is needed, then goes on by itself', async () => {
    let allowed = false;
    startPageBackground({
      previewInvitation: async () => {
        if (!allowed) {
          allowed = true;
          throw new RelaisError('host_access_needed', 'cors', { origin: 'https://hub.maison-lumen.example' });
        }
        return previewInvitation();
      },
    });
    const user = userEvent.setup();
    open(link);
    await user.click(await screen.findByRole('button', { name: 'Allow access to hub.maison-lumen.example' }));
    await screen.findByRole('button', { name: 'Connect to Maison Lumen' });
    expect(askedOrigins).toEqual(['https://hub.maison-lumen.example']);
  });

  it('starts from any feed as well', async () => {
    startPageBackground({
      findSources: async () => ({
        candidates: [{ kind: 'feed' as const, url: 'https://blog.example/feed.xml', title: 'The blog' }],
      }),
      addSource: async () => ({ sourceId: 'new' }),
    });
    const user = userEvent.setup();
    const { container } = open();
    await user.type(screen.getByLabelText('Address of a site, a blog or a feed'), 'blog.example{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Add The blog' }));
    await screen.findByRole('heading', { name: 'Your first source is in' });
    await expectAccessible(container);
  });

  it('works offline with a sentence, and can be skipped', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      const user = userEvent.setup();
      const { container } = open();
      expect(screen.getByText(/You are offline\. This page works all the same/)).toBeTruthy();
      await expectAccessible(container);
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
      dispatchEvent(new Event('online'));
      await waitFor(() => expect(screen.queryByText(/You are offline/)).toBeNull());
      await user.click(screen.getByRole('button', { name: 'Later, I am just looking' }));
      expect(closed).toBe(1);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('says to whom one is connected already', async () => {
    await db.connections.add(aConnection());
    open();
    await screen.findByText('Already connected to Maison Lumen.');
  });
});
