import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aGuideline, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { GuidelinesTab } from './GuidelinesTab.tsx';

let db: RelaisDb;

beforeEach(() => {
  db = new RelaisDb(`guidelines-${crypto.randomUUID()}`);
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

async function seed(): Promise<void> {
  await db.sources.add(aSource({ title: 'Newsroom' }));
  await db.guidelines.bulkAdd([
    aGuideline({ id: 'charter' }),
    aGuideline({
      id: 'critic',
      kind: 'card',
      title: 'Answering a critic',
      body: 'Breathe, *then* write.',
      position: 2,
    }),
    aGuideline({ id: 'secret', kind: 'card', title: 'What stays between us', body: 'Figures.', position: 1 }),
  ]);
}

describe('GuidelinesTab', () => {
  it('shows the charter whole, then the cards in the company’s order', async () => {
    await seed();
    render(<GuidelinesTab db={db} />);
    const charter = within(await screen.findByRole('article', { name: 'Ambassador charter' }));
    expect((await charter.findByText('work here')).tagName).toBe('STRONG');
    expect(charter.getByText('Newsroom · version 2026-2')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'What stays between us',
      'Answering a critic',
    ]);
    await expectAccessible();
  });

  it('opens a card to its text', async () => {
    await seed();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} />);
    await user.click(await screen.findByText('Answering a critic'));
    expect((await screen.findByText('then')).tagName).toBe('EM');
    await expectAccessible();
  });

  it('acknowledges this version, and shows it once stored', async () => {
    await seed();
    const acknowledgedAt = Date.UTC(2026, 10, 22, 12);
    const { commands } = startPageBackground({
      acknowledgeCharter: async (input) => {
        await db.acknowledgements.put({ ...input, acknowledgedAt });
        return {};
      },
    });
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} />);
    await user.click(await screen.findByRole('button', { name: 'I have read it' }));
    expect(await screen.findByText('You have read this version, on Nov 22, 2026')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I have read it' })).toBeNull();
    expect(commands).toEqual([{ name: 'acknowledgeCharter', input: { guidelineId: 'charter', version: '2026-2' } }]);
    await expectAccessible();
  });

  it('asks again for a newer version', async () => {
    await seed();
    await db.acknowledgements.add({ guidelineId: 'charter', version: '2026-1', acknowledgedAt: 0 });
    render(<GuidelinesTab db={db} />);
    expect(await screen.findByText('You had read version 2026-1. This one is newer.')).toBeTruthy();
  });

  it('says in French that there is nothing yet', async () => {
    setTestLocale('fr');
    render(<GuidelinesTab db={db} />);
    expect(await screen.findByRole('heading', { name: 'Pas encore de repères' })).toBeTruthy();
    await waitFor(() => expectAccessible());
  });
});
