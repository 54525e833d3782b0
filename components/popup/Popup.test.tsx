import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { FeedScreen } from '../../lib/domain/first-screen.ts';
import type { Handlers } from '../../lib/messaging/handle.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { aCard, aScreen } from '../../tests/helpers/cards.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aConnection, anItem, aShare, aSource } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { createFeedStore, firstLimit, limitStep } from './feed-store.ts';
import { followFeed } from './follow-feed.ts';
import { Popup } from './Popup.tsx';

let db: RelaisDb;
let opened: string[];
let stopFollowing: () => void;
let invitation: string | null;

beforeEach(() => {
  db = new RelaisDb(`popup-${crypto.randomUUID()}`);
  opened = [];
  invitation = null;
  stopFollowing = () => {};
});
afterEach(async () => {
  vi.restoreAllMocks();
  stopFollowing();
  cleanup();
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => true });
  await db.delete();
});

function open(snapshot: FeedScreen | undefined, { live = false }: { live?: boolean } = {}) {
  const user = userEvent.setup();
  const feed = createFeedStore(snapshot);
  render(
    <Popup
      feed={feed}
      database={Promise.resolve(db)}
      findInvitation={async () => invitation}
      openPage={(path) => opened.push(path)}
    />,
  );
  if (live) stopFollowing = followFeed(db, feed);
  return { user, feed };
}

const cardOf = (title: RegExp) =>
  within(screen.getByRole('heading', { name: title }).closest('article') as HTMLElement);

describe('Popup', () => {
  it('paints the snapshot at once: company, freshness, unread count and cards', async () => {
    open(aScreen({ cards: [aCard({ pinned: true }), aCard({ id: 'b', title: 'Six apprentices', kind: 'video' })] }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Maison Lumen');
    expect(screen.getByText('Updated 2 min. ago · 2 new')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'To share 2 new' }).getAttribute('aria-selected')).toBe('true');
    const card = cardOf(/recovered heat/);
    expect(card.getByText('Pinned')).toBeTruthy();
    expect(card.getByRole('link').getAttribute('href')).toBe('https://maison-lumen.example/heat');
    expect(cardOf(/Six apprentices/).getByText('Video')).toBeTruthy();
    await expectAccessible();
  });

  it('says the same in French', async () => {
    setTestLocale('fr');
    open(
      aScreen({
        charterPending: true,
        failing: [{ sourceId: 'careers', sourceTitle: 'Carrières', code: 'network_unreachable' }],
      }),
    );
    expect(screen.getByRole('tab', { name: 'À partager 1 nouveau' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Partager sur LinkedIn/ }).textContent).toBe('Partager');
    expect(screen.getByText(/Le site est injoignable/).textContent).toContain('Carrières');
    await expectAccessible();
  });

  it('copies the text first on a network that takes a link only, then starts the share', async () => {
    const { commands } = startPageBackground();
    const { user } = open(aScreen());
    await user.click(screen.getByRole('button', { name: /^Share on LinkedIn/ }));
    expect(await screen.findByText(/LinkedIn is open and your text is copied/)).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('Proud of the Roubaix team.');
    expect(commands).toEqual([
      {
        name: 'startShare',
        input: { itemId: 'newsroom|heat', network: 'linkedin', text: 'Proud of the Roubaix team.' },
      },
    ]);
    await expectAccessible();
  });

  it('opens the composer with the text when the clipboard is refused, and loses nothing', async () => {
    await db.items.add(anItem({ id: 'newsroom|heat' }));
    const { commands } = startPageBackground();
    const { user } = open(aScreen());
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    });
    await user.click(screen.getByRole('button', { name: /^Share on LinkedIn/ }));
    expect(await screen.findByText(/The browser refused the clipboard/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your text').value).toBe('Proud of the Roubaix team.');
    expect(commands).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Share on LinkedIn' }));
    await waitFor(() => expect(commands.map(({ name }) => name)).toEqual(['startShare']));
  });

  it('opens the composer when the proposal is too long for X', async () => {
    const { commands } = startPageBackground();
    const { user } = open(aScreen({ cards: [aCard({ texts: { x: 'a '.repeat(200) } })] }));
    await user.click(screen.getByRole('button', { name: /^Share on X/ }));
    expect(await screen.findByText(/too many for X/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Share on X' }).disabled).toBe(true);
    expect(commands).toEqual([]);
  });

  it('says on the card why a share failed', async () => {
    startPageBackground({
      startShare: () => Promise.reject(new RelaisError('address_internal', 'not public')),
    });
    const { user } = open(aScreen());
    await user.click(screen.getByRole('button', { name: /^Share on LinkedIn/ }));
    const alert = await cardOf(/recovered heat/).findByRole('alert');
    expect(alert.textContent).toMatch(/internal network/);
    await expectAccessible();
  });

  it('tells a published share from one that was only opened', async () => {
    open(aScreen({ cards: [aCard({ shared: { linkedin: 'confirmed', x: 'opened', bluesky: 'dismissed' } })] }));
    const card = cardOf(/recovered heat/);
    expect(card.getByTitle('You shared it on LinkedIn')).toBeTruthy();
    expect(card.getByTitle(/^Opened on X/).textContent).toBe('X?');
    expect(card.queryByText(/Bluesky/)).toBeNull();
    expect(card.getByRole('button', { name: /^Again on LinkedIn/ }).textContent).toBe('Again');
  });

  it('does not offer to share or spot what has no address, and says why', () => {
    open(aScreen({ cards: [aCard({ url: null })] }));
    const card = cardOf(/recovered heat/);
    const acts = card.getAllByRole<HTMLButtonElement>('button', { name: /^(Share|Write|Spot)/ });
    expect(acts).toHaveLength(4);
    for (const button of acts) expect(button.disabled).toBe(true);
    expect(card.getByText('No address to share')).toBeTruthy();
    expect(card.queryByRole('link')).toBeNull();
  });

  it('never links to an address that is not of the web', () => {
    open(aScreen({ cards: [aCard({ readUrl: 'javascript:alert(1)' })] }));
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('leads from nothing to the welcome page', async () => {
    const { user } = open(aScreen({ sourceCount: 0, companyName: null, cards: [], checkedAt: null }));
    await user.click(await screen.findByRole('button', { name: 'Get started' }));
    expect(opened).toEqual(['welcome.html']);
    await expectAccessible();
  });

  it('waits with a skeleton when there is no snapshot, then follows the database', async () => {
    await db.sources.add(aSource({ title: 'Newsroom' }));
    await db.items.add(anItem());
    open(undefined, { live: true });
    expect(screen.getByText('Loading…')).toBeTruthy();
    expect(await screen.findByRole('heading', { name: /recovered heat/ })).toBeTruthy();
    await db.shares.add(aShare({ itemId: anItem().id, network: 'linkedin', state: 'confirmed' }));
    expect(await screen.findByTitle('You shared it on LinkedIn')).toBeTruthy();
    await db.items.add(anItem({ id: 'newsroom|new', title: 'Just published', orderAt: Date.UTC(2027, 0, 1) }));
    expect(await screen.findByRole('heading', { name: 'Just published' })).toBeTruthy();
  });

  it('renders as much of ten thousand items as was asked for', async () => {
    await db.sources.add(aSource());
    await db.items.bulkAdd(
      Array.from({ length: 10_000 }, (_, i) => anItem({ id: `newsroom|${i}`, title: `Item ${i}`, orderAt: i })),
    );
    const { user } = open(undefined, { live: true });
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(firstLimit));
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(firstLimit + limitStep));
  });

  it('keeps what it showed when the database cannot be read', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    open(aScreen(), { live: true });
    expect((await screen.findByRole('alert')).textContent).toMatch(/The disk is full/);
    expect(screen.getByRole('heading', { name: /recovered heat/ })).toBeTruthy();
  });

  it('says that it is offline, and that what is stored can be read', async () => {
    open(aScreen());
    expect(screen.queryByText(/You are offline/)).toBeNull();
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    window.dispatchEvent(new Event('offline'));
    expect(await screen.findByText(/You are offline/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: /recovered heat/ })).toBeTruthy();
  });

  it('offers the invitation of the page in front', async () => {
    invitation = 'https://hub.example/join#secret';
    await db.connections.add(aConnection());
    const { user } = open(aScreen(), { live: true });
    await user.click(await screen.findByRole('button', { name: 'Connect to hub.example' }));
    expect(opened).toEqual([`welcome.html#${encodeURIComponent(invitation)}`]);
    await expectAccessible();
  });

  it('shows the campaign and how far all got together', async () => {
    const campaign = {
      id: 'week',
      sourceId: 'newsroom',
      title: 'Industry Week',
      hashtag: 'IndustryWeek',
      startsAt: null,
      endsAt: Date.UTC(2026, 10, 25, 12),
      goal: 100,
      progress: 64,
    };
    open(aScreen({ campaign }));
    const region = within(screen.getByRole('region', { name: 'Industry Week' }));
    expect(region.getByRole<HTMLProgressElement>('progressbar', { name: 'Together: 64 of 100 shares' }).value).toBe(64);
    expect(region.getByText('Until Nov 25, 2026')).toBeTruthy();
    await expectAccessible();
  });

  it('sends the commands of its header and menu, and is worked by keyboard', async () => {
    const refreshed = Promise.withResolvers<Awaited<ReturnType<Handlers['refreshSources']>>>();
    const { commands } = startPageBackground({ refreshSources: () => refreshed.promise });
    const { user } = open(aScreen());
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(screen.getByText('Refreshing…')).toBeTruthy();
    refreshed.resolve({});
    await waitFor(() => expect(screen.queryByText('Refreshing…')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Spot this page' }));
    const more = screen.getByRole('button', { name: 'More' });
    more.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Mark all as seen'));
    await expectAccessible();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(opened).toEqual(['dashboard.html']);
    expect(document.activeElement).toBe(more);
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    await waitFor(() => expect(commands.map(({ name }) => name)).toEqual(['refreshSources', 'spotActiveTab']));
  });

  it('moves between tabs with the arrow keys', async () => {
    const { user } = open(aScreen());
    screen.getByRole('tab', { selected: true }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Guidelines' }).getAttribute('aria-selected')).toBe('true');
    expect(await screen.findByText('No guidelines yet')).toBeTruthy();
    await user.keyboard('{End}');
    expect(await screen.findByRole('heading', { name: 'This week' })).toBeTruthy();
    await expectAccessible();
  });

  it('keeps a draft, and the place in the list, between two visits of the composer', async () => {
    await db.items.add(anItem({ id: 'newsroom|heat' }));
    const { user } = open(aScreen());
    const more = screen.getByRole('button', { name: /^Write it yourself/ });
    await user.click(more);
    await user.type(await screen.findByLabelText('Your text'), ' I was there.');
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    await waitFor(() => expect(document.activeElement).toBe(more));
    await user.click(more);
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Your text')).value).toBe(
      'Proud of the Roubaix team. I was there.',
    );
  });
});
