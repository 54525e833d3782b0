import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import { RelaisError } from '../../lib/domain/errors.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aConnection, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { Options } from './Options.tsx';

const now = Date.UTC(2026, 10, 22, 12);
let db: RelaisDb;
let askedOrigins: string[];
let grants: boolean;

beforeEach(() => {
  db = new RelaisDb(`options-${crypto.randomUUID()}`);
  askedOrigins = [];
  grants = true;
});
afterEach(async () => {
  cleanup();
  await db.delete();
  delete document.documentElement.dataset.theme;
});

function open(openShortcutSettings: () => Promise<void> = async () => {}) {
  return render(
    <Options
      db={db}
      preferences={defaultPreferences}
      version="0.1.0"
      browserFamily="firefox"
      shortcuts={{ popup: 'Alt+Shift+R', spot: '', share: 'Alt+Shift+P' }}
      openShortcutSettings={openShortcutSettings}
      requestHostAccess={async (origin) => {
        askedOrigins.push(origin);
        return grants;
      }}
      hasHostAccess={async () => false}
      requestNotifications={async () => grants}
      now={() => now}
    />,
  );
}

function section(name: string): HTMLElement {
  return screen.getByRole('heading', { level: 2, name }).closest('section') as HTMLElement;
}

describe('SourcesSection', () => {
  it('says of each source what it gave and why it failed', async () => {
    await db.sources.bulkAdd([
      aSource({ failure: { code: 'feed_damaged', at: now - 3_600_000, count: 2 }, changedAt: now - 7_200_000 }),
      aSource({ id: 'hub', kind: 'hub', title: 'Maison Lumen', url: 'https://hub.example/feed.json', addedAt: 1 }),
    ]);
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText(/This feed is damaged/);
    expect(screen.getByText('0 items · checked 2 hr. ago · next reading in a moment')).toBeTruthy();
    expect(screen.getByText('Comes with your connection: disconnect to remove it.')).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Refresh Engineering blog' }));
    await user.click(screen.getByRole('button', { name: 'Remove Engineering blog' }));
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    await waitFor(() =>
      expect(commands).toEqual([
        { name: 'refreshSources', input: { sourceId: 'newsroom' } },
        { name: 'removeSource', input: { sourceId: 'newsroom' } },
      ]),
    );
  });

  it('adds a source from any address, asking for the site only when that is needed', async () => {
    let allowed = false;
    const { commands } = startPageBackground({
      findSources: async () => {
        if (!allowed) throw new RelaisError('host_access_needed', 'cors', { origin: 'https://blog.example' });
        return {
          candidates: [
            { kind: 'feed' as const, url: 'https://blog.example/feed.xml', title: 'The blog' },
            { kind: 'hub' as const, url: 'https://blog.example', title: 'Maison Lumen' },
          ],
        };
      },
      addSource: async () => ({ sourceId: 'new' }),
    });
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByRole('heading', { name: 'No source yet' });
    await user.type(screen.getByLabelText('Address of a site, a blog or a feed'), 'blog.example{Enter}');
    const allow = await screen.findByRole('button', { name: 'Allow access to blog.example' });
    grants = false;
    await user.click(allow);
    await screen.findByText(/Without your permission, blog.example cannot be read/);
    expect(commands).toHaveLength(1);
    grants = true;
    allowed = true;
    await user.click(allow);
    await screen.findByText('One feed was found:');
    expect(askedOrigins).toEqual(['https://blog.example', 'https://blog.example']);
    expect(screen.getByText(/This is a company hub/)).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add The blog' }));
    await screen.findByText('The blog was added. Its items are on their way.');
    expect(commands.at(-1)).toEqual({ name: 'addSource', input: { url: 'https://blog.example/feed.xml' } });
  });

  it('says in French that no feed was found', async () => {
    setTestLocale('fr');
    startPageBackground({
      findSources: async () => {
        throw new RelaisError('not_a_feed', 'nothing');
      },
    });
    const user = userEvent.setup();
    open();
    await user.type(screen.getByLabelText('Adresse d’un site, d’un blog ou d’un flux'), 'exemple.fr');
    await user.click(screen.getByRole('button', { name: 'Chercher' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Aucun flux à cette adresse');
  });
});

describe('ConnectionsSection', () => {
  it('shows as whom one is connected, and disconnects after a second word', async () => {
    await db.connections.add(aConnection());
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText('Camille Renard, since Oct 1, 2026');
    await user.click(screen.getByRole('button', { name: 'Disconnect' }));
    await expectAccessible(container);
    const asking = screen.getByRole('group', { name: /Disconnect from Maison Lumen\?/ });
    await user.click(within(asking).getByRole('button', { name: 'Disconnect' }));
    await waitFor(() => expect(commands).toEqual([{ name: 'disconnectHub', input: { connectionId: 'lumen' } }]));
  });

  it('says how to come back when the hub ended the connection', async () => {
    await db.connections.add(aConnection({ state: 'revoked' }));
    const { container } = open();
    await screen.findByText(/The hub no longer accepts this browser/);
    expect(screen.getByRole('link', { name: 'Connect again' }).getAttribute('href')).toBe('welcome.html');
    await expectAccessible(container);
  });
});

describe('AppearanceSection', () => {
  it('keeps order, choice and theme at once, and never takes the last network off', async () => {
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    open();
    await user.click(screen.getByRole('button', { name: 'Move X up' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move X up' }));
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('checkbox', { name: 'LinkedIn' }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'X' }).disabled).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await screen.findByText('Saved');
    expect(commands.map(({ input }) => input)).toEqual([
      { networks: ['x', 'linkedin'] },
      { networks: ['x'] },
      { theme: 'dark' },
    ]);
  });

  it('goes back to what is stored when saving failed', async () => {
    startPageBackground({
      setPreferences: async () => {
        throw new RelaisError('storage_full', 'quota');
      },
    });
    const user = userEvent.setup();
    open();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await screen.findByText(/The disk is full/);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'As the system' }).checked).toBe(true);
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});

describe('ProfileSection', () => {
  it('keeps role and country as they are chosen, and takes both back', async () => {
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What you do' }), 'Sales');
    const country = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Your country' });
    expect(country.options.length).toBe(250);
    await user.selectOptions(country, 'France');
    await user.selectOptions(country, 'I’d rather not say');
    await screen.findByText('Saved');
    expect(commands.map(({ input }) => input)).toEqual([{ role: 'sales' }, { country: 'FR' }, { country: null }]);
    await expectAccessible();
  });

  it('lists countries in the order of the reader’s own language', () => {
    setTestLocale('fr');
    open();
    const { options } = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Votre pays' });
    const names = [...options].slice(1).map(({ text }) => text);
    expect(names.indexOf('Émirats arabes unis')).toBe(names.indexOf('Égypte') + 1);
    expect(names).toContain('Allemagne');
  });

  it('shows what is stored when saving failed', async () => {
    startPageBackground({
      setPreferences: async () => {
        throw new RelaisError('storage_full', 'quota');
      },
    });
    const user = userEvent.setup();
    open();
    const role = screen.getByRole<HTMLSelectElement>('combobox', { name: 'What you do' });
    await user.selectOptions(role, 'Sales');
    await screen.findByText(/The disk is full/);
    expect(role.value).toBe('');
  });
});

describe('PrivacySection', () => {
  it('shows every request that left, word for word, and says in French why', async () => {
    await db.connections.add(aConnection());
    const body = '{"url":"https://lighting-review.example/dark-sky"}';
    await db.departures.bulkAdd([
      {
        at: now - 1000,
        connectionId: 'lumen',
        purpose: 'spot',
        method: 'POST',
        url: 'https://hub.example/api/v1/groups/watch/spots',
        body,
      },
      {
        at: now - 2000,
        connectionId: 'gone',
        purpose: 'disconnect',
        method: 'DELETE',
        url: 'https://old.example/api/v1/token',
        body: '',
      },
    ]);
    setTestLocale('fr');
    const { container } = open();
    const summary = await screen.findByText('Un spot pour un groupe de Maison Lumen');
    expect(summary.closest('details')?.querySelector('pre')?.textContent).toBe(
      `POST https://hub.example/api/v1/groups/watch/spots\n\n${body}`,
    );
    expect(screen.getByText('Déconnexion de old.example')).toBeTruthy();
    await expectAccessible(container);
  });

  it('erases only once the word is typed', async () => {
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    await screen.findByText('Nothing has left this browser.');
    await user.click(screen.getByRole('button', { name: 'Erase everything' }));
    const word = screen.getByLabelText('Type ERASE to confirm');
    expect(document.activeElement).toBe(word);
    await user.type(word, 'yes{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('Type ERASE, exactly');
    expect(commands).toEqual([]);
    await expectAccessible(container);
    await user.clear(word);
    await user.type(word, 'erase');
    await user.click(screen.getByRole('button', { name: 'Erase for good' }));
    await screen.findByText('Everything was erased. Relais is as it was on its first day.');
    expect(commands).toEqual([{ name: 'eraseData', input: {} }]);
  });
});

describe('ShortcutsSection', () => {
  it('shows what is set, and where to look when the browser’s page cannot be opened', async () => {
    const user = userEvent.setup();
    open(async () => {
      throw new Error('no such page');
    });
    expect(within(section('Shortcuts')).getByText('not set')).toBeTruthy();
    expect(within(section('Shortcuts')).getAllByText('Alt')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Change the shortcuts' }));
    await screen.findByText(/about:addons/);
  });
});
