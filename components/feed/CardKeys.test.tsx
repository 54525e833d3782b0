import { cleanup, configure, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ItemRow, RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem, aSource } from '../../tests/helpers/rows.ts';
import { createFeedStore } from '../popup/feed-store.ts';
import { followFeed } from '../popup/follow-feed.ts';
import { Popup } from '../popup/Popup.tsx';

// The whole popup on a database in JavaScript: seconds on a machine that has other things to do.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

let db: RelaisDb;
let stopFollowing: () => void;

beforeEach(async () => {
  db = new RelaisDb(`keys-${crypto.randomUUID()}`);
  await db.sources.add(aSource({ title: 'Newsroom' }));
});
afterEach(async () => {
  stopFollowing();
  cleanup();
  await db.delete();
});

async function open(...items: Partial<ItemRow>[]) {
  await db.items.bulkAdd(items.map((values, i) => anItem({ id: `i${i}`, orderAt: Date.now() - i * 1000, ...values })));
  const { commands } = startPageBackground({
    startShare: async () => ({ shareId: 's' }),
    spotItem: async () => ({ draftId: 'd' }),
  });
  const user = userEvent.setup();
  const feed = createFeedStore(undefined);
  render(
    <Popup feed={feed} database={Promise.resolve(db)} findInvitation={async () => null} openPage={() => undefined} />,
  );
  stopFollowing = followFeed(db, feed);
  await waitFor(() => expect(feed.view.get().live).toBe(true));
  // The keys come a moment after the cards.
  await waitFor(async () => {
    await user.keyboard('?');
    screen.getByRole('dialog');
  });
  await user.keyboard('{Escape}');
  const named = (name: string) => commands.filter((command) => command.name === name);
  return { user, commands, named };
}

describe('keys of a card', () => {
  it('act on the card that has the focus, and on no other', async () => {
    const { user, commands, named } = await open({ title: 'First' }, { title: 'Second' });
    await user.keyboard('s');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Second');
    await user.keyboard('s');
    await waitFor(() => expect(named('startShare')).toMatchObject([{ input: { itemId: 'i1', network: 'linkedin' } }]));
    await user.keyboard('{ArrowUp}p');
    await waitFor(() => expect(named('spotItem')).toMatchObject([{ input: { itemId: 'i0' } }]));
    expect(commands.filter(({ name }) => name === 'startShare')).toHaveLength(1);
  });

  it('open the composer, where letters are letters again', async () => {
    const { user, named } = await open({ title: 'First' });
    await user.keyboard('{ArrowDown}c');
    const text = await screen.findByLabelText<HTMLTextAreaElement>('Your text');
    await user.type(text, ' sps?');
    expect(text.value).toBe('First sps?');
    expect(named('startShare')).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('type into the search as letters', async () => {
    const { user, named } = await open({ title: 'First' });
    await user.keyboard('/');
    await user.keyboard('scp');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('scp');
    expect(named('startShare')).toEqual([]);
  });

  it('are said by ?, and by the menu', async () => {
    const { user } = await open({ title: 'First' });
    await user.keyboard('{ArrowDown}?');
    const help = screen.getByRole('dialog', { name: 'Keyboard' });
    expect(help.textContent).toContain('Write it yourself');
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('First');
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Keyboard' }));
    expect(screen.getByRole('dialog', { name: 'Keyboard' })).toBeTruthy();
  });
});

describe('a draft', () => {
  it('is marked on its card, and goes on where it was left', async () => {
    await db.shareDrafts.add({ itemId: 'i0', network: 'x', text: 'Half a sentence', aside: null, savedAt: 1 });
    const { user } = await open({ title: 'First' }, { title: 'Second' });
    const marks = await screen.findAllByRole('button', { name: /^Go on with your draft/ });
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(['Go on with your draft: First']);
    await user.click(marks[0] as HTMLElement);
    await waitFor(async () =>
      expect((await screen.findByLabelText<HTMLTextAreaElement>('Your text')).value).toBe('Half a sentence'),
    );
    expect(screen.getByRole('heading', { name: 'Share on X' })).toBeTruthy();
  });
});
