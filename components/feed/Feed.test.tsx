import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createShelfService } from '../../lib/services/shelf-service.ts';
import { type ItemRow, RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem, aShare, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { createFeedStore } from '../popup/feed-store.ts';
import { followFeed } from '../popup/follow-feed.ts';
import { Popup } from '../popup/Popup.tsx';

// The whole popup on a database in JavaScript: seconds on a machine that has other things to do.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const day = 86_400_000;
let db: RelaisDb;
let stopFollowing: () => void;

beforeEach(async () => {
  db = new RelaisDb(`feed-${crypto.randomUUID()}`);
  await db.sources.add(aSource({ title: 'Newsroom' }));
});
afterEach(async () => {
  vi.restoreAllMocks();
  stopFollowing();
  cleanup();
  await db.delete();
});

/** The popup on a database that the real shelf service writes. */
async function open(...items: Partial<ItemRow>[]) {
  await db.items.bulkAdd(items.map((values, i) => anItem({ id: `i${i}`, orderAt: Date.now() - i * 1000, ...values })));
  const shelves = createShelfService({ db, now: Date.now, language: 'en', scheduleShelves: async () => {} });
  await shelves.reshelve();
  const { commands } = startPageBackground({
    setItemMark: (input) => shelves.setItemMark(input).then(() => ({})),
    setTopic: (input) => shelves.setTopic(input).then(() => ({})),
    pickToday: async () => ({ itemIds: ['i0', 'i1'] }),
    startComment: async () => ({ shareId: 's' }),
  });
  const user = userEvent.setup();
  const feed = createFeedStore(undefined);
  render(
    <Popup feed={feed} database={Promise.resolve(db)} findInvitation={async () => null} openPage={() => undefined} />,
  );
  stopFollowing = followFeed(db, feed);
  await waitFor(() => expect(feed.view.get().live).toBe(true));
  return { user, commands, feed };
}

const titles = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const shows = (...expected: string[]) => waitFor(() => expect(titles()).toEqual(expected));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function openMenu(user: ReturnType<typeof userEvent.setup>, title: string) {
  await user.click(await screen.findByRole('button', { name: `More about: ${title}` }));
  return screen.findByRole('menu');
}

describe('views', () => {
  it('shows what is announced, when it opens, and no way to share it before', async () => {
    const embargoUntil = Date.now() + 3 * day;
    const { user } = await open({ title: 'Out now' }, { title: 'On Thursday', embargoUntil });
    await shows('Out now');
    await user.click(button(/^Coming soon/));
    await shows('On Thursday');
    expect(await screen.findByText(/^Opens on .*You can share it from then on\.$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Share/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Spot into/ })).toBeNull();
    await expectAccessible();
  });

  it('puts an embargo that ended into the list though the background did not wake', async () => {
    const { user } = await open({ title: 'Open', embargoUntil: Date.now() - 5, shelf: 'soon', shelfUntil: 1 });
    await db.items.update('i0', { shelf: 'soon', shelfUntil: Date.now() - 5 });
    await shows('Open');
    await user.click(button('Coming soon'));
    expect(await screen.findByText('Nothing announced')).toBeTruthy();
  });

  it('keeps a reading list, from the menu and back, by keyboard', async () => {
    const { user } = await open({ title: 'First' }, { title: 'Second' });
    await user.click(button('To read'));
    expect(await screen.findByText('Nothing to read later yet')).toBeTruthy();
    await expectAccessible();
    await user.click(button('See the whole list'));
    const menu = await openMenu(user, 'Second');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Read later'));
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(menu.isConnected).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'To read 1' }));
    await shows('Second');
    await user.click(button('Undo'));
    expect(await screen.findByText('Nothing to read later yet')).toBeTruthy();
  });

  it('goes through two minutes to their end, and says so', async () => {
    const { user } = await open({ title: 'First' }, { title: 'Second' }, { title: 'Third' });
    await user.click(button('Two minutes'));
    await shows('First', 'Second');
    expect(screen.getByText(/^2 things for today/)).toBeTruthy();
    await db.shares.add(aShare({ itemId: 'i0', state: 'confirmed' }));
    expect(await screen.findByText(/^One thing for today/)).toBeTruthy();
    await openMenu(user, 'Second');
    await user.click(screen.getByRole('menuitem', { name: 'Not for me' }));
    expect(await screen.findByText('That is all for today. Thank you!')).toBeTruthy();
    await expectAccessible();
  });
});

describe('the menu of a card', () => {
  it('puts away what is not for me, gives the focus to the way back, and takes it', async () => {
    const { user } = await open({ title: 'First' }, { title: 'Second' });
    await openMenu(user, 'First');
    await user.keyboard('{End}{Enter}');
    await shows('Second');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Undo'));
    await user.keyboard('{Enter}');
    await shows('First', 'Second');
  });

  it('puts off until a morning', async () => {
    const { user, commands } = await open({ title: 'First' });
    await openMenu(user, 'First');
    await user.click(screen.getByRole('menuitem', { name: 'Remind me later…' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Tomorrow morning' }));
    expect(await screen.findByText(/^Back on .*8:00/)).toBeTruthy();
    const until = new Date();
    until.setDate(until.getDate() + 1);
    until.setHours(8, 0, 0, 0);
    expect(commands.at(-1)).toEqual({ name: 'setItemMark', input: { itemId: 'i0', snoozedUntil: until.getTime() } });
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });

  it('plans a share from its menu, at a time that is found for it, and takes that back', async () => {
    const { user, commands } = await open({ title: 'First' });
    await openMenu(user, 'First');
    await user.click(screen.getByRole('menuitem', { name: 'Plan a share…' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Next free slot: / }));
    await screen.findByText(/^We’ll remind you on /);
    const planned = commands.at(-1);
    expect(planned).toMatchObject({ name: 'planShare', input: { itemId: 'i0', network: 'linkedin', mode: 'remind' } });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    const planId = planned?.name === 'planShare' ? planned.input.planId : '';
    await waitFor(() => expect(commands.at(-1)).toEqual({ name: 'cancelPlan', input: { planId, isCancelled: true } }));
  });

  it('follows a topic, which is then seen, and mutes one, which is then silent', async () => {
    const { user } = await open({ title: 'First', tags: ['Energy'] }, { title: 'Second', tags: ['#ENERGY'] });
    await openMenu(user, 'First');
    await user.click(screen.getByRole('menuitem', { name: 'Topics…' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Follow “Energy”' }));
    expect(await screen.findAllByTitle(/^Followed topic/)).toHaveLength(2);
    await openMenu(user, 'First');
    await user.click(screen.getByRole('menuitem', { name: 'Topics…' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Mute “Energy”' }));
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findAllByTitle(/^Followed topic/)).toHaveLength(2);
  });

  it('saves an event as a calendar file', async () => {
    const startsAt = Date.UTC(2026, 10, 26, 9);
    const { user } = await open({
      title: 'Energy fair',
      kind: 'event',
      event: { startsAt, endsAt: null, place: 'Lille' },
    });
    expect(await screen.findByText(/Nov 26.*Lille$/)).toBeTruthy();
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined);
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await openMenu(user, 'Energy fair');
    await user.click(screen.getByRole('menuitem', { name: 'Add to calendar' }));
    expect(names).toEqual(['Energy-fair.ics']);
    expect(await saved[0]?.text()).toContain('DTSTART:20261126T090000Z');
  });

  it('says why a decision failed', async () => {
    const { user } = await open({ title: 'First' });
    await screen.findByRole('button', { name: 'More about: First' });
    await db.items.delete('i0');
    await db.items.add(anItem({ id: 'other', title: 'Other' }));
    await openMenu(user, 'Other');
    await db.items.delete('other');
    await user.click(screen.getByRole('menuitem', { name: 'Read later' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});

describe('filters', () => {
  it('combine, are seen, and are taken off one by one', async () => {
    const { user, feed } = await open(
      { title: 'New job', kind: 'job' },
      { title: 'Old job', kind: 'job', unread: 0 },
      { title: 'New video', kind: 'video' },
    );
    await user.click(button('Filters'));
    await user.click(await screen.findByRole('button', { name: 'New' }));
    await shows('New job', 'New video');
    await user.selectOptions(screen.getByLabelText('Kind'), 'Job');
    await shows('New job');
    await expectAccessible();
    await user.click(button('Done'));
    await user.click(button('Remove the filter: New'));
    await shows('New job', 'Old job');
    await user.click(button('Remove the filter: Job'));
    await shows('New job', 'Old job', 'New video');
    expect(feed.choice.get().filter.kind).toBeNull();
  });

  it('do not take away what is being read', async () => {
    const { user } = await open({ title: 'First' }, { title: 'Second', unread: 0 });
    await user.click(button('Filters'));
    await user.click(await screen.findByRole('button', { name: 'New' }));
    await shows('First');
    await db.items.update('i0', { unread: 0 });
    await db.items.add(anItem({ id: 'i9', title: 'Third', orderAt: 1 }));
    await shows('First', 'Third');
  });

  it('offer the way out when nothing is left', async () => {
    const { user } = await open({ title: 'First' });
    await user.click(button('Filters'));
    await user.selectOptions(await screen.findByLabelText('Kind'), 'Poll');
    expect(await screen.findByText('Nothing with these filters')).toBeTruthy();
    const [, clear] = screen.getAllByRole('button', { name: 'Remove the filters' });
    await user.click(clear as HTMLElement);
    await shows('First');
  });
});

describe('search', () => {
  it('finds as one types, marks the words, and is worked by keyboard', async () => {
    const { user } = await open(
      { title: 'Chaleur récupérée à Roubaix' },
      { title: 'Elsewhere', summary: 'A visit of the team, with many words before, to Roubaix and back.' },
      { title: 'Lille' },
    );
    await shows('Chaleur récupérée à Roubaix', 'Elsewhere', 'Lille');
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search' }));
    await user.keyboard('roubaix');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    await waitFor(() =>
      expect([...document.querySelectorAll('mark')].map((m) => m.textContent)).toEqual(['Roubaix', 'Roubaix']),
    );
    expect(screen.getByText('2 found')).toBeTruthy();
    await waitFor(() => expect(performance.getEntriesByName('relais:search-results').length).toBeGreaterThan(0));
    await expectAccessible();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toMatch(/^Elsewhere/);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.keyboard('{Escape}');
    await shows('Chaleur récupérée à Roubaix', 'Elsewhere', 'Lille');
  });

  it('says what to do when nothing is found, and what the filters leave out', async () => {
    const { user } = await open({ title: 'Heat pumps', kind: 'video' });
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(await screen.findByText('Nothing found for “zzz”')).toBeTruthy();
    await user.click(button('Clear the search'));
    await user.click(button('Filters'));
    await user.selectOptions(await screen.findByLabelText('Kind'), 'Job');
    await user.click(button('Done'));
    await user.type(screen.getByRole('searchbox'), 'heat');
    expect(await screen.findByText('1 more without the filters')).toBeTruthy();
    await user.click(button('Remove the filters'));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  });

  it('lets go of a card that is put away from among what was found', async () => {
    const { user } = await open({ title: 'Heat one' }, { title: 'Heat two' });
    await user.type(screen.getByRole('searchbox'), 'heat');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    await openMenu(user, 'Heat one');
    await user.click(screen.getByRole('menuitem', { name: 'Not for me' }));
    await shows('Heat two');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await shows('Heat one', 'Heat two');
  });

  it('finds what arrived meanwhile, and not what is put away', async () => {
    const { user } = await open({ title: 'Heat one' }, { title: 'Heat two', tags: ['secret'] });
    const field = screen.getByRole('searchbox');
    await user.type(field, 'heat');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    await db.items.update('i1', { shelf: 'away' });
    await db.items.add(anItem({ id: 'new', title: 'Heat three' }));
    await db.sources.update('newsroom', { changedAt: Date.now() });
    await user.clear(field);
    await waitFor(async () => {
      await user.clear(field);
      await user.type(field, 'heat');
      expect(titles().toSorted()).toEqual(['Heat one', 'Heat three']);
    });
  });
});

describe('kinds', () => {
  it('opens a post to comment on, with the opening that was chosen', async () => {
    const { user, commands } = await open({
      title: 'Our post',
      kind: 'engage',
      url: 'https://www.linkedin.com/feed/update/urn:li:activity:71/',
      suggestions: [{ network: null, language: 'en', tone: null, text: 'So proud of them.' }],
    });
    await user.click(await screen.findByRole('button', { name: 'So proud of them.' }));
    expect(await navigator.clipboard.readText()).toBe('So proud of them.');
    expect(screen.queryByRole('button', { name: /^Share/ })).toBeNull();
    await openMenu(user, 'Our post');
    expect(screen.getByRole('menuitem', { name: 'Share it instead' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await expectAccessible();
    await user.click(button('Comment on LinkedIn: Our post'));
    expect(await screen.findByText(/The post is open and your opening is copied/)).toBeTruthy();
    expect(commands.at(-1)).toEqual({ name: 'startComment', input: { itemId: 'i0', text: 'So proud of them.' } });
    await db.shares.add(aShare({ itemId: 'i0', act: 'comment', state: 'confirmed' }));
    expect(await screen.findByText('You commented')).toBeTruthy();
  });

  it('says plainly "Comment" on any other site', async () => {
    await open({ title: 'Forum', kind: 'engage', url: 'https://forum.example/t/1' });
    expect(await screen.findByRole('button', { name: 'Comment: Forum' })).toBeTruthy();
  });

  it('shows a poll with its choices, a job with its place, a message with who signed it, in French', async () => {
    setTestLocale('fr');
    await open(
      { title: 'Quel atelier ?', kind: 'poll', poll: { choices: ['Roubaix', 'Lyon'], closesAt: Date.now() + day } },
      { title: 'Fini', kind: 'poll', poll: { choices: ['Oui', 'Non'], closesAt: Date.now() - day } },
      { title: 'Technicienne', kind: 'job', job: { place: 'Roubaix', contract: 'CDI' } },
      { title: 'Merci', kind: 'message', author: 'Camille Renard', authorTitle: 'Directrice', summary: 'Belle année.' },
    );
    expect(await screen.findAllByRole('link', { name: 'Voter sur sa page' })).toHaveLength(1);
    expect(screen.getByText('Lyon')).toBeTruthy();
    expect(screen.getByText(/^Clos depuis le/)).toBeTruthy();
    expect(screen.getByText('Roubaix · CDI')).toBeTruthy();
    expect(screen.getByText('Belle année.').tagName).toBe('BLOCKQUOTE');
    expect(screen.getByText('Camille Renard').closest('p')?.textContent).toBe('Camille Renard Directrice');
    await expectAccessible();
  });

  it('offers only the networks the company lets it go to', async () => {
    await open({ title: 'Only here', networks: ['bluesky'] }, { title: 'Nowhere', networks: [] });
    expect(await screen.findByRole('button', { name: 'Share on Bluesky: Only here' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /LinkedIn: Only here/ })).toBeNull();
    const nowhere = within(screen.getByRole('heading', { name: 'Nowhere' }).closest('article') as HTMLElement);
    expect(nowhere.getByText('Meant for other networks than yours')).toBeTruthy();
  });
});
