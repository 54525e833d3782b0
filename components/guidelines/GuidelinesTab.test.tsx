import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLearningService } from '../../lib/services/learning-service.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences, writePreferences } from '../../lib/storage/settings.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aGuideline, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { GuidelinesTab } from './GuidelinesTab.tsx';

let db: RelaisDb;
let opened: string[];

beforeEach(() => {
  opened = [];
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

const cardTitles = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

describe('GuidelinesTab', () => {
  it('shows the charter whole, then the cards in the company’s order', async () => {
    await seed();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    const charter = within(await screen.findByRole('article', { name: 'Ambassador charter' }));
    expect((await charter.findByText('work here')).tagName).toBe('STRONG');
    expect(charter.getByText('Newsroom · version 2026-2')).toBeTruthy();
    expect(cardTitles()).toEqual(['What stays between us', 'Answering a critic']);
    await expectAccessible();
  });

  it('opens a card to its text', async () => {
    await seed();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
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
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByRole('button', { name: 'I have read it' }));
    expect(await screen.findByText('You have read this version, on Nov 22, 2026')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I have read it' })).toBeNull();
    expect(commands).toEqual([{ name: 'acknowledgeCharter', input: { guidelineId: 'charter', version: '2026-2' } }]);
    await expectAccessible();
  });

  it('asks again for a newer version', async () => {
    await seed();
    await db.acknowledgements.add({ guidelineId: 'charter', version: '2026-1', acknowledgedAt: 0 });
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    expect(await screen.findByText('You had read version 2026-1. This one is newer.')).toBeTruthy();
  });

  it('shows what changed beside the question, and the whole text a click away', async () => {
    await seed();
    await db.acknowledgements.add({ guidelineId: 'charter', version: '2026-1', acknowledgedAt: 0 });
    const former = { guidelineId: 'charter', title: 'Ambassador charter', storedAt: Date.UTC(2026, 1, 3, 12) };
    await db.guidelineVersions.bulkAdd([
      { ...former, version: '2026-1', body: 'Say that you **are paid**.' },
      { ...former, version: '2026-2', body: 'Say that you **work here**.', storedAt: Date.UTC(2026, 9, 3, 12) },
    ]);
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    const charter = within(await screen.findByRole('article', { name: 'Ambassador charter' }));
    expect(charter.getByRole('heading', { name: 'What changed since version 2026-1' })).toBeTruthy();
    expect((await charter.findByText(/are paid/)).tagName).toBe('DEL');
    expect(charter.getByText(/work here/).textContent).toContain('added:');
    expect(charter.queryByText('work here', { selector: 'strong' })).toBeNull();
    await user.click(charter.getByText('The whole text'));
    expect(await charter.findByText('work here', { selector: 'strong' })).toBeTruthy();
    expect(charter.getByRole('button', { name: 'I have read it' })).toBeTruthy();
    await expectAccessible();
  });

  it('lists the versions seen here, and compares a former one once all is read', async () => {
    await seed();
    await db.acknowledgements.add({ guidelineId: 'charter', version: '2026-2', acknowledgedAt: 0 });
    const title = 'Ambassador charter';
    await db.guidelineVersions.bulkAdd([
      { guidelineId: 'charter', title, version: '2026-1', body: 'Say that you **are paid**.', storedAt: 1 },
      { guidelineId: 'charter', title, version: '2026-2', body: 'Say that you **work here**.', storedAt: 2 },
    ]);
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByText('Versions seen here'));
    expect(screen.getAllByText(/^Version 2026/).map((line) => line.textContent)).toEqual([
      'Version 2026-2 arrived on Jan 1, 1970',
      'Version 2026-1 arrived on Jan 1, 1970',
    ]);
    await user.click(screen.getByRole('button', { name: 'Compare version 2026-1 with the current one' }));
    expect((await screen.findByText(/are paid/)).tagName).toBe('DEL');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Close the comparison' }));
    expect(screen.queryByText(/are paid/)).toBeNull();
  });

  it('says in French that there is nothing yet', async () => {
    setTestLocale('fr');
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    expect(await screen.findByRole('heading', { name: 'Pas encore de repères' })).toBeTruthy();
    await waitFor(() => expectAccessible());
  });
});

/** The background's own part in what is read and answered, on the database of the test. */
function learn() {
  const services = createLearningService({ db, now: () => Date.UTC(2026, 10, 22, 12) });
  return startPageBackground({
    noteGuidelineRead: async (input) => {
      await services.noteGuidelineRead(input);
      return {};
    },
    answerQuestion: async (input) => {
      await services.answerQuestion(input);
      return {};
    },
    setPreferences: async (patch) => {
      await writePreferences({ ...(await readPreferences()), ...patch });
      return {};
    },
  });
}

const question = {
  text: 'What do you begin with?',
  choices: ['The title', 'A sentence of mine'],
  answer: 1,
  why: 'The title shows anyway.',
};

async function seedPath(): Promise<void> {
  await db.sources.add(aSource({ title: 'Newsroom' }));
  const card = { kind: 'card' as const, version: '1' };
  await db.guidelines.bulkAdd([
    aGuideline({
      ...card,
      id: 'words',
      title: 'In your own words',
      position: 1,
      goodExample: 'I was there that night.',
      badExample: 'We are proud to announce…',
      question,
    }),
    aGuideline({ ...card, id: 'secrets', title: 'What stays between us', position: 2 }),
    aGuideline({ ...card, id: 'offers', title: 'Tempting, without promising', position: 3, roles: ['hr'] }),
    aGuideline({ ...card, id: 'clients', title: 'A client is named with consent', position: 4, roles: ['sales'] }),
  ]);
}

describe('LearningPath', () => {
  it('shows everyone’s path to whoever did not say their role, and the others on demand', async () => {
    await seedPath();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    expect(await screen.findByText('You have read 0 guidelines out of 2')).toBeTruthy();
    await user.click(screen.getByText('The paths of others'));
    expect(screen.getByText('Human resources', { selector: 'p' })).toBeTruthy();
    await expectAccessible();
  });

  it('follows the role once it is said, and keeps it', async () => {
    await seedPath();
    const { commands } = learn();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'What you do' }), 'Human resources');
    expect(await screen.findByText('You have read 0 guidelines out of 3')).toBeTruthy();
    expect(commands).toEqual([{ name: 'setPreferences', input: { role: 'hr' } }]);
    cleanup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    expect(await screen.findByText('You have read 0 guidelines out of 3')).toBeTruthy();
  });

  it('leads to the sheet', async () => {
    await seedPath();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByRole('button', { name: 'The one-page sheet' }));
    expect(opened).toEqual(['sheet.html']);
  });

  it('asks no role where no card belongs to one', async () => {
    await seed();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await screen.findByText('Answering a critic');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('takes a reader from card to card by keyboard, until all are read', async () => {
    await seedPath();
    learn();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByText('In your own words'));
    const good = await screen.findByText('I was there that night.');
    expect(good.closest('figure')?.textContent).toBe('DoI was there that night.');
    expect(screen.getByText('We are proud to announce…').closest('figure')?.textContent).toMatch(/^Avoid/);
    await expectAccessible();
    screen.getByRole('button', { name: 'Read. Next: What stays between us' }).focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('You have read 1 guideline out of 2')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('What stays between us'));
    expect(screen.queryByText('I was there that night.')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'I have read it' }));
    expect(await screen.findByText('You have read all 2 of them. Well done!')).toBeTruthy();
    expect(screen.getAllByText('Read')).toHaveLength(2);
    await expectAccessible();
  });

  it('says why after any answer, lets one try again, and remembers a right one', async () => {
    await seedPath();
    const { commands } = learn();
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByText('In your own words'));
    await user.click(await screen.findByRole('button', { name: 'The title' }));
    expect(screen.getByText('Not quite.').closest('p')?.textContent).toContain(question.why);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(document.activeElement?.textContent).toBe('The title');
    await user.click(screen.getByRole('button', { name: 'A sentence of mine' }));
    expect(screen.getByText('That’s it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await waitFor(() =>
      expect(commands.map(({ input }) => input)).toEqual([
        { guidelineId: 'words', version: '1', choice: 0 },
        { guidelineId: 'words', version: '1', choice: 1 },
      ]),
    );
    expect(await screen.findByText('You have read 1 guideline out of 2')).toBeTruthy();
    cleanup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    await user.click(await screen.findByText('In your own words'));
    expect(await screen.findByText('That’s it.')).toBeTruthy();
  });

  it('asks to read a card again that changed, and shows what did', async () => {
    await seedPath();
    const services = createLearningService({ db, now: () => 0 });
    await db.guidelines.update('secrets', { body: 'Prices stay here.' });
    await services.noteGuidelineRead({ guidelineId: 'secrets', version: '1' });
    await db.guidelines.update('secrets', { version: '2', body: 'Prices and names stay here.' });
    const user = userEvent.setup();
    render(<GuidelinesTab db={db} openPage={(path) => opened.push(path)} />);
    expect(await screen.findByText('Changed: to read again')).toBeTruthy();
    await user.click(screen.getByText('What stays between us'));
    expect(await screen.findByRole('heading', { name: 'What changed since version 1' })).toBeTruthy();
    expect(await screen.findByText(/and names/, { selector: 'ins' })).toBeTruthy();
    await expectAccessible();
  });
});
