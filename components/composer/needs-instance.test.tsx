import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { writePreferences } from '../../lib/storage/settings.ts';
import { aCard } from '../../tests/helpers/cards.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem } from '../../tests/helpers/rows.ts';
import { Composer } from './Composer.tsx';

let db: RelaisDb;
beforeEach(async () => {
  db = new RelaisDb(`instance-${crypto.randomUUID()}`);
  await db.items.add(anItem({ id: 'newsroom|heat' }));
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('Composer, Mastodon', () => {
  it('asks in place where the account is, once, and takes that server’s limit', async () => {
    const instance = { host: 'mastodon.example', maxCharacters: 1234, charactersPerLink: 23 };
    const { commands } = startPageBackground({
      setInstance: async () => {
        await writePreferences({ ...defaultPreferences, mastodon: instance });
        return { instance };
      },
    });
    const user = userEvent.setup();
    const props = { card: aCard(), reason: null, onBack: () => undefined, onShared: () => undefined };
    render(<Composer db={db} network="mastodon" {...props} />);
    await user.type(await screen.findByRole('textbox', { name: 'Your Mastodon server' }), 'mastodon.example{Enter}');
    expect(await screen.findByText(/\/ 1,234/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Your Mastodon server' })).toBeNull();
    expect(commands.filter(({ name }) => name === 'setInstance')).toHaveLength(1);
  });
});
