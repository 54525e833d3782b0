import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { type LinkRulesRow, RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { PlainLinks } from './PlainLinks.tsx';

const rules: LinkRulesRow = {
  sourceId: 'newsroom',
  hosts: ['acme.example'],
  templates: { source: '{network}' },
  byNetwork: {},
  isRemovable: true,
  isShort: false,
};

let db: RelaisDb;
beforeEach(() => {
  db = new RelaisDb(`options-${crypto.randomUUID()}`);
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

describe('PlainLinks', () => {
  it('is one switch, in French, which shows what is stored when it fails', async () => {
    await db.linkRules.add(rules);
    setTestLocale('fr');
    let isFull = false;
    const { commands } = startPageBackground({
      setPreferences: async () => {
        if (isFull) throw new RelaisError('storage_full', 'full');
        return {};
      },
    });
    const user = userEvent.setup();
    const { container } = render(<PlainLinks db={db} wantsPlain={false} />);
    const toggle = await screen.findByRole('switch', { name: 'Partager l’adresse sans étiquette de campagne' });
    await expectAccessible(container);
    await user.click(toggle);
    await waitFor(() => expect(commands).toEqual([{ name: 'setPreferences', input: { plainLinks: true } }]));
    expect((toggle as HTMLInputElement).checked).toBe(true);
    isFull = true;
    await user.click(toggle);
    await screen.findByRole('alert');
    expect((toggle as HTMLInputElement).checked).toBe(true);
  });

  it('is a sentence where the company leaves no choice, and nothing where none tags', async () => {
    const { container } = render(<PlainLinks db={db} wantsPlain={false} />);
    expect(container.textContent).toBe('');
    await db.linkRules.add({ ...rules, isRemovable: false });
    await screen.findByText(/shown before it leaves/);
    expect(screen.queryByRole('switch')).toBeNull();
  });
});
