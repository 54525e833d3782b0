import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { Preferences } from '../../lib/domain/preferences.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { AppearanceSection } from './AppearanceSection.tsx';

let db: RelaisDb;
let asked: string[];

beforeEach(() => {
  db = new RelaisDb(`appearance-${crypto.randomUUID()}`);
  asked = [];
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open(preferences: Partial<Preferences> = {}) {
  const requestHostAccess = async (...origins: string[]) => {
    asked.push(...origins);
    return true;
  };
  render(<AppearanceSection {...{ db, requestHostAccess }} preferences={{ ...defaultPreferences, ...preferences }} />);
  return { user: userEvent.setup() };
}

const checked = () =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter((box) => box.checked)
    .map((box) => box.labels?.[0]?.textContent);
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('AppearanceSection, networks', () => {
  it('lists the chosen ones in their order, and the others by who reads them', async () => {
    startPageBackground();
    open({ networks: ['teams', 'x'] });
    expect(checked()).toEqual(['Microsoft Teams', 'X']);
    const group = (name: string) =>
      within(screen.getByRole('list', { name }))
        .getAllByRole('checkbox')
        .map((one) => (one as HTMLInputElement).labels?.[0]?.textContent);
    expect(group('Public posts')).toEqual(['LinkedIn', 'Bluesky', 'Mastodon', 'Threads', 'Facebook', 'XING', 'Reddit']);
    expect(group('Messages to people you choose')).toEqual(['WhatsApp', 'Telegram']);
    expect(group('Inside the company')).toEqual(['Viva Engage']);
    expect(group('By your own means')).toEqual(['E-mail', 'System share sheet', 'Copy']);
    await expectAccessible();
  });

  it('says the same in French', async () => {
    setTestLocale('fr');
    startPageBackground();
    open();
    expect(screen.getByRole('list', { name: 'Dans l’entreprise' })).toBeTruthy();
    await expectAccessible();
  });

  it('puts one on and takes it off by keyboard, the focus with it', async () => {
    const { commands } = startPageBackground();
    const { user } = open();
    box('Mastodon').focus();
    await user.keyboard(' ');
    expect(checked()).toEqual(['LinkedIn', 'X', 'Mastodon']);
    expect(document.activeElement).toBe(box('Mastodon'));
    await user.keyboard(' ');
    expect(document.activeElement).toBe(box('Mastodon'));
    expect(commands.map(({ input }) => input)).toEqual([
      { networks: ['linkedin', 'x', 'mastodon'] },
      { networks: ['linkedin', 'x'] },
    ]);
  });

  it('says whose word took a network off', async () => {
    await db.sources.add(aSource({ id: 'hub', kind: 'hub', title: 'Maison Lumen', url: 'https://hub.example/' }));
    await db.recipes.bulkAdd([
      { sourceId: 'hub', network: 'facebook', template: null, updatedAt: 1 },
      { sourceId: 'feed', network: 'xing', template: null, updatedAt: 1 },
    ]);
    startPageBackground();
    open();
    expect(await screen.findByText('Taken off for now by Maison Lumen')).toBeTruthy();
    expect(box('Facebook').disabled).toBe(true);
    expect(box('XING').disabled).toBe(false);
    await expectAccessible();
  });

  it('offers no share sheet to a browser without one', () => {
    startPageBackground();
    open();
    expect(box('System share sheet').disabled).toBe(true);
    expect(screen.getByText('Not in this browser')).toBeTruthy();
  });
});

describe('AppearanceSection, places', () => {
  const server = () => screen.getByRole('textbox', { name: 'Your Mastodon server' });
  const instance = { host: 'mastodon.example', maxCharacters: 1234, charactersPerLink: 23 };

  it('checks a Mastodon server, says what it allows, and forgets it', async () => {
    const { commands } = startPageBackground({
      setInstance: async ({ address }) => ({ instance: address === null ? null : instance }),
    });
    const { user } = open();
    await user.type(server(), '@ada@mastodon.example{Enter}');
    expect(await screen.findByText('mastodon.example answers. A post may have 1,234 characters.')).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Forget this server' }));
    expect((server() as HTMLInputElement).value).toBe('');
    expect(commands.map(({ input }) => input)).toEqual([{ address: '@ada@mastodon.example' }, { address: null }]);
  });

  it('says that a server is not Mastodon', async () => {
    startPageBackground({
      setInstance: async () => {
        throw new RelaisError('not_mastodon', 'a blog');
      },
    });
    const { user } = open();
    await user.type(server(), 'blog.example{Enter}');
    expect(await screen.findByText(/There is no Mastodon server at this address/)).toBeTruthy();
  });

  it('asks to read a server that lets no other site do so, then tries again', async () => {
    let isAllowed = false;
    startPageBackground({
      setInstance: async () => {
        if (!isAllowed) throw new RelaisError('host_access_needed', 'no', { origin: 'https://mastodon.example' });
        return { instance };
      },
    });
    const { user } = open();
    await user.type(server(), 'mastodon.example{Enter}');
    const allow = await screen.findByRole('button', { name: /mastodon\.example/ });
    isAllowed = true;
    await user.click(allow);
    expect(await screen.findByText(/A post may have 1,234 characters/)).toBeTruthy();
    expect(asked).toEqual(['https://mastodon.example']);
  });

  it('keeps a Reddit community, however it is written, and nothing that is none', async () => {
    const { commands } = startPageBackground();
    const { user } = open();
    await user.click(screen.getByRole('textbox', { name: /Reddit community/ }));
    await user.paste('r/roubaix');
    await user.clear(screen.getByRole('textbox', { name: /Reddit community/ }));
    await user.paste('no such name');
    expect(await screen.findByText(/2 to 21 letters/)).toBeTruthy();
    expect(commands.map(({ input }) => input)).toEqual([{ redditCommunity: 'roubaix' }, { redditCommunity: null }]);
  });
});
