import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { Suggestion } from '../../lib/domain/item.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { createDraftService } from '../../lib/services/draft-service.ts';
import { type ItemRow, RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { aCard } from '../../tests/helpers/cards.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem, aShare } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { Composer, type ComposerProps } from './Composer.tsx';

let db: RelaisDb;
let shared: NetworkId[];
let backs: number;

beforeEach(() => {
  db = new RelaisDb(`composer-${crypto.randomUUID()}`);
  shared = [];
  backs = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const card = aCard({
  url: 'https://www.example.com/heat',
  publishedAt: null,
  unread: false,
  texts: { linkedin: 'Proud of the team.' },
});

const suggestion = (values: Partial<Suggestion>): Suggestion => ({
  network: null,
  language: 'en',
  tone: null,
  text: '',
  ...values,
});
const suggestions = [
  suggestion({ network: 'linkedin', tone: 'warm', text: 'Proud of the team.' }),
  suggestion({ tone: 'warm', text: 'What a team.' }),
  suggestion({ tone: 'factual', text: 'Sixty percent of the heat is recovered.' }),
  suggestion({ language: 'fr', tone: 'factual', text: 'Fier de l’équipe.' }),
];

type Opening = Partial<ComposerProps> & { item?: Partial<ItemRow> };

async function open({ item, ...props }: Opening = {}) {
  await db.items.put(anItem({ id: card.id, url: card.url, suggestions, ...item }));
  const user = userEvent.setup();
  const view = render(
    <Composer
      db={db}
      card={card}
      network="linkedin"
      reason={null}
      onBack={() => {
        backs += 1;
      }}
      onShared={(on) => shared.push(on)}
      {...props}
    />,
  );
  await screen.findByRole('button', { name: props.startsRound ? 'Open LinkedIn' : 'More networks' });
  return { user, ...view };
}

const text = () => screen.getByLabelText<HTMLTextAreaElement>('Your text');

/** A background that keeps drafts in the database of the test, as the real one does. */
function startKeeping() {
  const drafts = createDraftService({ db, now: Date.now });
  return startPageBackground({
    saveDraft: async (input) => {
      await drafts.saveDraft(input);
      return {};
    },
    discardDraft: async (input) => {
      await drafts.discardDraft(input);
      return {};
    },
  });
}
const kept = () => db.shareDrafts.toArray();

describe('Composer', () => {
  it('starts from the proposal, with its length by the network’s rule', async () => {
    await open();
    expect(text().value).toBe('Proud of the team.');
    expect(document.activeElement).toBe(text());
    expect(await screen.findByText('18 of 3,000 characters')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Warm' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByText('You made it yours')).toBeNull();
    await waitFor(() => expect(performance.getEntriesByName('relais:composer-ready').length).toBeGreaterThan(0));
    await expectAccessible();
  });

  it('says so once the words are the employee’s own, and gives them back after a proposal', async () => {
    const { user } = await open();
    await user.type(text(), ' I was there.');
    expect(screen.getByText('You made it yours')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Factual' }));
    expect(text().value).toBe('Sixty percent of the heat is recovered.');
    await user.click(screen.getByRole('button', { name: 'Bring back my words' }));
    expect(text().value).toBe('Proud of the team. I was there.');
    expect(screen.queryByRole('button', { name: 'Bring back my words' })).toBeNull();
  });

  it('goes around the proposals of one tone, and to another language', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Another one' }));
    expect(text().value).toBe('What a team.');
    expect(screen.getByRole('button', { name: 'Warm' }).getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Another one' }));
    expect(text().value).toBe('Proud of the team.');
    await user.click(screen.getByRole('button', { name: 'French' }));
    expect(text().value).toBe('Fier de l’équipe.');
    expect(screen.getByRole('button', { name: 'French' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Warm' })).toBeNull();
  });

  it('keeps one text per network', async () => {
    const { user } = await open();
    await user.type(text(), ' For LinkedIn.');
    await user.click(screen.getByRole('button', { name: 'X' }));
    expect(text().value).not.toContain('For LinkedIn');
    expect(screen.getByRole('heading', { name: 'Share on X' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'LinkedIn' }));
    expect(text().value).toBe('Proud of the team. For LinkedIn.');
  });

  it('shows what leaves: the address with the company’s tags', async () => {
    await db.linkRules.add({
      sourceId: 'newsroom',
      hosts: ['www.example.com'],
      templates: { source: '{network}' },
      byNetwork: {},
      isRemovable: true,
      isShort: false,
    });
    await open();
    expect(await screen.findByText('https://www.example.com/heat?utm_source=linkedin')).toBeTruthy();
  });

  it('copies, sends and tells, with Ctrl+Enter', async () => {
    const { commands } = startPageBackground();
    const { user } = await open();
    await user.type(text(), ' Mine.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(shared).toEqual(['linkedin']));
    expect(await navigator.clipboard.readText()).toBe('Proud of the team. Mine.');
    expect(commands.filter(({ name }) => name === 'startShare')).toEqual([
      {
        name: 'startShare',
        input: { itemId: card.id, network: 'linkedin', text: 'Proud of the team. Mine.', address: card.url },
      },
    ]);
  });

  it('blocks a text over the limit, says by how much, and lets go once it is shorter', async () => {
    const { commands } = startPageBackground();
    const { user } = await open({ network: 'x' });
    await user.clear(text());
    await user.type(text(), 'é'.repeat(258));
    // X counts a space and 23 for the link.
    expect(await screen.findByText('2 too many for X. Shorten the text to share it.')).toBeTruthy();
    const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Share on X' });
    expect(send.disabled).toBe(true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(commands.filter(({ name }) => name === 'startShare')).toEqual([]);
    await expectAccessible();
    await user.type(text(), '{Backspace}{Backspace}');
    expect(send.disabled).toBe(false);
  });

  it('stays with the words when the background does not answer', async () => {
    const { user } = await open();
    await user.type(text(), ' Mine.');
    await user.click(screen.getByRole('button', { name: 'Share on LinkedIn' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Relais did not answer/);
    expect(text().value).toBe('Proud of the team. Mine.');
    expect(shared).toEqual([]);
  });

  it('goes back on Escape, the draft kept', async () => {
    startKeeping();
    const { user, unmount } = await open();
    await user.type(text(), ' Mine.');
    await user.keyboard('{Escape}');
    expect(backs).toBe(1);
    unmount();
    await waitFor(async () => expect(await kept()).toMatchObject([{ text: 'Proud of the team. Mine.' }]));
  });

  it('shows a draft that is kept, and goes on with it', async () => {
    startKeeping();
    await db.shareDrafts.bulkAdd([
      { itemId: card.id, network: 'linkedin', text: 'Half a', aside: null, savedAt: 1 },
      { itemId: card.id, network: 'friendly-square', text: 'Elsewhere', aside: null, savedAt: 2 },
    ]);
    const { user } = await open();
    await waitFor(() => expect(text().value).toBe('Half a'));
    await user.type(text(), ' sentence');
    expect(await screen.findByText('Draft kept')).toBeTruthy();
    expect((await kept()).map((row) => row.text)).toEqual(['Elsewhere', 'Half a sentence']);
  });

  it('keeps what was typed in the last instant before the popup closes', async () => {
    startKeeping();
    const { user } = await open();
    await user.type(text(), '!');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect(await kept()).toMatchObject([{ text: 'Proud of the team.!' }]));
  });

  it('throws words away with a way back, and keeps no draft of a proposal', async () => {
    startKeeping();
    const { user } = await open();
    await user.type(text(), ' Mine.');
    await screen.findByText('Draft kept');
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(text().value).toBe('Proud of the team.');
    await waitFor(async () => expect(await kept()).toEqual([]));
    await user.click(screen.getByRole('button', { name: 'Bring back my words' }));
    expect(text().value).toBe('Proud of the team. Mine.');
    await waitFor(async () => expect(await kept()).toHaveLength(1));
  });

  it('says when a draft cannot be kept', async () => {
    startPageBackground({ saveDraft: () => Promise.reject(new RelaisError('storage_full', 'no room')) });
    const { user } = await open();
    await user.type(text(), ' Mine.');
    expect(await screen.findByText(/could not be kept/)).toBeTruthy();
    expect(text().value).toBe('Proud of the team. Mine.');
  });

  it('helps to begin: the blank is selected, and asked about once when it is left', async () => {
    const { commands } = startPageBackground();
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'How to begin?' }));
    await expectAccessible();
    await user.click(screen.getByRole('menuitem', { name: 'What struck me: […].' }));
    expect(text().value).toBe('What struck me: […].\n\nProud of the team.');
    expect(text().value.slice(text().selectionStart, text().selectionEnd)).toBe('[…]');
    await user.click(screen.getByRole('button', { name: 'Share on LinkedIn' }));
    expect(screen.getByText(/There is a blank left/)).toBeTruthy();
    expect(commands.filter(({ name }) => name === 'startShare')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Share on LinkedIn' }));
    await waitFor(() => expect(shared).toEqual(['linkedin']));
  });

  it('completes hashtags of the item and of one’s own use, by keyboard', async () => {
    await db.shares.add(aShare({ text: 'A day at #RoubaixLive', itemId: 'other' }));
    const { user } = await open({ item: { tags: ['recovered heat'] } });
    await user.type(text(), ' #r');
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['#RecoveredHeat', '#RoubaixLive']);
    await expectAccessible();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(text().getAttribute('aria-activedescendant')).toBe(options[1]?.id);
    await user.keyboard('{Enter}');
    expect(text().value).toBe('Proud of the team. #RoubaixLive ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.type(text(), '#r{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(backs).toBe(0);
    await user.type(text(), '{Enter}');
    expect(text().value).toBe('Proud of the team. #RoubaixLive #r\n');
  });

  it('says kindly that a text is nearly one’s last', async () => {
    const before = 'Three years of work, and the workshop heats itself. Well done all!';
    await db.shares.add(aShare({ text: before, itemId: 'other', openedAt: Date.UTC(2026, 9, 3) }));
    const { user } = await open();
    await user.clear(text());
    await user.type(text(), before);
    expect(screen.getByText(/Close to what you posted on Oct 3, 2026/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Share on LinkedIn' }).disabled).toBe(false);
  });

  it('takes right-to-left text and families as they are', async () => {
    startKeeping();
    const { user } = await open({ network: 'x' });
    const written = 'فخور بالفريق \u200Fمی\u200Cخواهم 👨‍👩‍👧‍👦';
    await user.clear(text());
    await user.click(text());
    await user.paste(written);
    expect(text().dir).toBe('auto');
    await waitFor(async () => expect((await kept())[0]?.text).toBe(written));
  });

  it('shares on several, a text for each, adapted from the words written so far', async () => {
    const { commands } = startPageBackground({ startShare: async ({ network }) => ({ shareId: `share-${network}` }) });
    const { user } = await open({ standsAlone: true });
    await user.clear(text());
    await user.type(text(), 'Warm at last. #One1 #Two2 #Three3');
    await user.click(screen.getByRole('button', { name: 'Several' }));
    await user.click(screen.getByRole('button', { name: 'X' }));
    await waitFor(() => expect(text().value).toBe('Warm at last. #One1 #Two2'));
    expect(screen.getByText(/Adapted to X/)).toBeTruthy();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent?.trim())).toEqual(['LinkedIn', 'X']);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Share on 2 networks' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open LinkedIn' }));
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/LinkedIn is open and your text is copied/)).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('Warm at last. #One1 #Two2 #Three3');
    await user.click(screen.getByRole('button', { name: 'Open X' }));
    await screen.findByText('X is open with your text.');
    expect(commands.flatMap(({ name, input }) => (name === 'startShare' ? [[input.network, input.text]] : []))).toEqual(
      [
        ['linkedin', 'Warm at last. #One1 #Two2 #Three3'],
        ['x', 'Warm at last. #One1 #Two2'],
      ],
    );
  });

  it('lets one network fail and goes on with the next', async () => {
    startPageBackground({
      startShare: async ({ network, warningsSeen }) => {
        if (network === 'linkedin' && !warningsSeen) throw new RelaisError('check_warned', 'read again');
        return { shareId: 'share-1' };
      },
    });
    const { user } = await open({ standsAlone: true, others: ['x'], startsRound: true });
    await user.click(screen.getByRole('button', { name: 'Open LinkedIn' }));
    expect(await screen.findByText('Share it as it is?')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open X' }));
    await screen.findByText('X is open with your text.');
    await user.click(screen.getByRole('button', { name: 'Share anyway' }));
    await screen.findByText(/LinkedIn is open/);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(backs).toBe(1);
  });

  it('goes on in a window of its own from the toolbar’s popup, which would close', async () => {
    const { commands } = startPageBackground();
    const { user } = await open({ others: ['x'] });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(commands.filter(({ name }) => name === 'openComposer')).toEqual([
        { name: 'openComposer', input: { itemId: card.id, networks: ['linkedin', 'x'], startsRound: true } },
      ]),
    );
  });

  it('says in French what happens next', async () => {
    setTestLocale('fr');
    await db.items.add(anItem({ id: card.id, suggestions: [] }));
    render(<Composer db={db} card={card} network="linkedin" reason={null} onBack={() => {}} onShared={() => {}} />);
    expect(
      screen.getByText('LinkedIn ne prend que le lien : votre texte est copié, collez-le là-bas avec Ctrl+V.'),
    ).toBeTruthy();
    expect(await screen.findByText('18 caractères sur 3 000')).toBeTruthy();
    await expectAccessible();
  });
});
