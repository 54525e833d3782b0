import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { writePreferences } from '../../lib/storage/settings.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { aGuideline, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { Sheet } from './Sheet.tsx';

let db: RelaisDb;
let printed = 0;
const now = () => Date.UTC(2026, 10, 22, 12);
const open = () => render(<Sheet db={db} now={now} print={() => (printed += 1)} />);
const titles = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

beforeEach(async () => {
  printed = 0;
  db = new RelaisDb(`sheet-${crypto.randomUUID()}`);
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

async function seed(): Promise<void> {
  await db.sources.bulkAdd([
    aSource({ id: 'lumen', title: 'Maison Lumen' }),
    aSource({ id: 'other', title: 'Other house' }),
  ]);
  const card = { kind: 'card' as const, sourceId: 'lumen' };
  await db.guidelines.bulkAdd([
    aGuideline({ sourceId: 'lumen', id: 'charter', version: '3' }),
    aGuideline({ ...card, id: 'words', title: 'In your own words', position: 1, goodExample: 'I was there.' }),
    aGuideline({ ...card, id: 'offers', title: 'Tempting, without promising', position: 2, roles: ['hr'] }),
    aGuideline({ ...card, id: 'clients', title: 'A client is named with consent', position: 3, roles: ['sales'] }),
    aGuideline({ ...card, sourceId: 'other', id: 'else', title: 'Elsewhere', position: 4 }),
  ]);
}

describe('Sheet', () => {
  it('holds the company, its charter’s version, the date and the cards of one’s role', async () => {
    await seed();
    await writePreferences({ ...defaultPreferences, role: 'hr' });
    open();
    expect(await screen.findByText('Maison Lumen', { selector: 'strong' })).toBeTruthy();
    expect(screen.getByText('Charter version 3 · Nov 22, 2026')).toBeTruthy();
    expect(titles()).toEqual(['Ambassador charter', 'In your own words', 'Tempting, without promising']);
    expect(screen.getByText('I was there.')).toBeTruthy();
    await expectAccessible();
  });

  it('changes the path and the company before it is printed', async () => {
    await seed();
    const user = userEvent.setup();
    open();
    const path = await screen.findByRole('combobox', { name: 'Guidelines' });
    expect(titles()).toEqual(['Ambassador charter', 'In your own words']);
    await user.selectOptions(path, 'All of them');
    expect(titles()).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(printed).toBe(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Company' }), 'Other house');
    expect(titles()).toEqual(['Elsewhere']);
    expect(within(screen.getByRole('main')).getByText('Nov 22, 2026')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Guidelines' })).toBeNull();
  });

  it('says in French that there is nothing yet', async () => {
    setTestLocale('fr');
    open();
    expect(await screen.findByRole('heading', { name: 'Pas encore de repères' })).toBeTruthy();
    await expectAccessible();
  });
});
