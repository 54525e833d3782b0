import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { writeFirstWeekDismissal } from '../../lib/storage/settings.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aDelivery, aGroup, aGuideline, aShare, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { FirstWeek } from './FirstWeek.tsx';

let db: RelaisDb;
let opened: string[];

beforeEach(() => {
  opened = [];
  db = new RelaisDb(`first-week-${crypto.randomUUID()}`);
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const justNow = () => Date.now() - 60_000;

async function connect(): Promise<void> {
  await db.sources.add(aSource({ addedAt: justNow() }));
  await db.guidelines.add(aGuideline());
  await db.groups.add(aGroup());
}

const done = () =>
  within(screen.getByRole('region', { name: 'Your first steps' }))
    .getAllByRole('listitem')
    .filter((step) => step.textContent?.includes('(done)'))
    .map((step) => step.textContent?.replace(' (done)', ''));

describe('FirstWeek', () => {
  it('shows someone who just installed Relais where to begin', async () => {
    render(<FirstWeek db={db} openPage={(path) => opened.push(path)} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Get connected' }));
    expect(opened).toEqual(['welcome.html']);
    expect(screen.getByText('0 of 5')).toBeTruthy();
    await expectAccessible();
  });

  it('ticks what really happened, as it happens, and goes once all of it did', async () => {
    await connect();
    render(<FirstWeek db={db} openPage={(path) => opened.push(path)} />);
    await screen.findByText('1 of 5');
    await db.acknowledgements.add({ guidelineId: 'newsroom|charter', version: '1', acknowledgedAt: 1 });
    // An opened composer is not a share, and an undone spot is none.
    await db.shares.add(aShare({ id: 'opened', state: 'opened' }));
    await db.deliveries.add(aDelivery({ id: 'undone', state: 'undone' }));
    await screen.findByText('2 of 5');
    expect(done()).toEqual(['Connect, or add a source', 'Read the charter']);
    await db.marks.add({ itemId: 'a', savedAt: 5, hiddenAt: null, snoozedUntil: null });
    await db.shares.update('opened', { state: 'confirmed' });
    await screen.findByText('4 of 5');
    await expectAccessible();
    await db.deliveries.update('undone', { state: 'delivered' });
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });

  it('is put away for good', async () => {
    await connect();
    const { commands } = startPageBackground({
      dismissFirstWeek: async () => {
        await writeFirstWeekDismissal(1);
        return {};
      },
    });
    const user = userEvent.setup();
    const { container } = render(<FirstWeek db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByRole('button', { name: 'Do not show these steps again' }));
    await waitFor(() => expect(container.childNodes).toHaveLength(0));
    expect(commands).toEqual([{ name: 'dismissFirstWeek', input: {} }]);
  });

  it('stays, and says why, when that could not be kept', async () => {
    await connect();
    startPageBackground({
      dismissFirstWeek: async () => {
        throw new RelaisError('storage_full', 'quota');
      },
    });
    const user = userEvent.setup();
    render(<FirstWeek db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByRole('button', { name: 'Do not show these steps again' }));
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
  });

  it('speaks French', async () => {
    setTestLocale('fr');
    render(<FirstWeek db={db} openPage={(path) => opened.push(path)} />);
    expect(await screen.findByText('Partager un contenu, avec vos mots')).toBeTruthy();
  });
});
