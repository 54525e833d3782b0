import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, readTable } from './extension-state.ts';
import { article, articleUrl, magazineHost, magazineScene } from './magazine.ts';
import { openedAsk } from './pages/ask.ts';
import { openedDashboard } from './pages/dashboard.ts';
import { openedPopup } from './pages/popup.ts';
import { openedSpotWindow } from './pages/spot-window.ts';
import { openedWelcome } from './pages/welcome.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';
import { type Surface, until } from './surface.ts';
import type { Words } from './words.ts';

export type MainJob = {
  session: Session;
  stage: Stage;
  words: Words;
  hubUrl: string;
  invitationUrl: string;
  displayName: string;
  /** Where a picture of each step goes. */
  pictures: string;
  /** Told after each step, with its own time. */
  onStep: (step: string, milliseconds: number) => void;
};

/**
 * The whole job of an employee, once, in a real browser: connect, read, share, confirm, spot, look at
 * the journal, join the leaderboard. Each step waits for what it should bring about.
 *
 * @throws Error whose message names the step that failed.
 */
export async function driveMainJob(job: MainJob): Promise<void> {
  const { session, stage, words, onStep } = job;
  mkdirSync(job.pictures, { recursive: true });
  stage.play(magazineHost, magazineScene);
  let count = 0;
  const step = async <T>(name: string, act: () => Promise<T>, shows?: (value: T) => Surface): Promise<T> => {
    const begun = performance.now();
    count += 1;
    try {
      const value = await act();
      onStep(name, performance.now() - begun);
      const file = `${String(count).padStart(2, '0')}-${name.toLowerCase().replace(/[^a-z]+/g, '-')}.png`;
      await shows?.(value).screenshot(join(job.pictures, file));
      return value;
    } catch (error) {
      throw new Error(`Step ${count}, “${name}”: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  };

  await step(
    'Connect by the invitation link',
    async () => {
      // It opens by itself on a first install, and would take the focus from whatever was opened meanwhile.
      await session.waitForWindow('the welcome page', (url) => url === `${session.baseUrl}welcome.html`);
      const welcome = await openedWelcome(session, words);
      await welcome.connect(job.invitationUrl, job.displayName);
      await welcome.waitForDone();
      return welcome;
    },
    ({ window }) => window,
  );

  const magazine = await session.newPage(articleUrl);
  const { popup, card } = await step(
    'Read the company’s feed in the popup',
    async () => {
      const opened = await openedPopup(session, words, magazine);
      const [first] = await opened.waitForCards();
      if (first === undefined) throw new Error('the feed is empty');
      return { popup: opened, card: first };
    },
    (value) => value.popup.window,
  );

  const composer = await step(
    'Share an item on LinkedIn in one click',
    async () => {
      await popup.share('LinkedIn', card.title);
      return session.waitForWindow('LinkedIn’s composer', (url) =>
        url.startsWith('https://www.linkedin.com/sharing/share-offsite/?url='),
      );
    },
    (window) => window,
  );
  await composer.close();

  await step('Say that it was posted', async () => {
    const ask = await openedAsk(session, words);
    await ask.window.waitForText(words.t('ask_question', 'LinkedIn'));
    await ask.window.screenshot(join(job.pictures, 'question.png'));
    await ask.confirm();
    const page = await session.openPage('options.html');
    await until('the share to be confirmed', async () =>
      (await readTable<{ state: string }>(page, 'shares')).some(({ state }) => state === 'confirmed'),
    );
    return page;
  });

  await step('Spot a page from its context menu into two groups', async () => {
    await session.clickMenu(magazine, 'page', '#lead');
    const spot = await openedSpotWindow(session, words);
    await spot.waitForForm();
    const names = await spot.window.evaluate(() =>
      [...document.querySelectorAll('input[type=checkbox]')].map(
        (box) => document.getElementById(box.getAttribute('aria-labelledby') ?? '')?.textContent?.trim() ?? '',
      ),
    );
    if (names.length < 2) throw new Error('the hub has fewer than two groups');
    for (const name of names.slice(0, 2)) await spot.choose(name);
    await spot.comment(
      words.locale === 'fr' ? 'À lire avant notre réunion de jeudi.' : 'Worth reading before Thursday.',
    );
    await spot.window.screenshot(join(job.pictures, 'spot-window.png'));
    await spot.send(2);
    await spot.waitForDelivered(2);
    await spot.window.screenshot(join(job.pictures, 'spot-delivered.png'));
    await spot.close();
  });

  await step(
    'See both in the journal',
    async () => {
      const journal = await openedDashboard(session, words, 'journal');
      await journal.waitForEntry(card.title);
      await journal.waitForEntry(article.title);
      return journal.window;
    },
    (window) => window,
  );

  await step(
    'Join the leaderboard after seeing what leaves',
    async () => {
      const board = await openedDashboard(session, words, 'leaderboard');
      const requests = await board.previewJoining();
      if (!requests.some((request) => request.includes('/api/v1/participation'))) {
        throw new Error('the payload was not shown');
      }
      await board.window.screenshot(join(job.pictures, 'what-leaves.png'));
      await board.join();
      await board.waitForRows();
      // A share and a spot of before joining stay private; the next act is the first that counts.
      return board.window;
    },
    (window) => window,
  );

  const counted = await step(
    'Spot one more page, and be counted',
    async () => {
      const page = await session.openPage('options.html');
      await session.clickMenu(magazine, 'selection', '#quote');
      const spot = await openedSpotWindow(session, words);
      await spot.waitForForm();
      await spot.window.click('input[type=checkbox]');
      await spot.send(1);
      await spot.waitForDelivered(1);
      await spot.close();
      const [connection] = await readTable<{ id: string }>(page, 'connections');
      const board = await openedDashboard(session, words, 'leaderboard');
      await until('the spot to be counted', async () => {
        await command(page, 'refreshLeaderboard', { connectionId: connection?.id ?? '', period: 'month' });
        const own = (await board.waitForRows()).find(({ isYou }) => isYou);
        return own !== undefined && own.cells[3] !== '0';
      });
      return board.window;
    },
    (window) => window,
  );
  await counted.bringToFront();
}
