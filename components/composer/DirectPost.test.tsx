import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { aCard } from '../../tests/helpers/cards.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aDirectPost, anAccount } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { DirectPost } from './DirectPost.tsx';
import { DirectPostsWaiting } from './DirectPostWaiting.tsx';

let db: RelaisDb;
let published: [NetworkId, string][];

beforeEach(() => {
  db = new RelaisDb(`direct-${crypto.randomUUID()}`);
  published = [];
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const open = (network: NetworkId, values: Partial<FeedCard> = {}) =>
  render(
    <DirectPost
      {...{ db, network, text: 'Mine.', disabled: false }}
      card={aCard(values)}
      onPublished={(...told) => published.push(told)}
    />,
  );
const told = { shareId: 's', postUrl: null, failure: null } as const;

describe('DirectPost', () => {
  it('is not there without an account, nor on a network that takes no post', async () => {
    const { container, unmount } = open('bluesky');
    await db.accounts.add(anAccount({ network: 'mastodon' }));
    expect(container.textContent).toBe('');
    unmount();
    expect(open('linkedin').container.textContent).toBe('');
  });

  it('publishes with the picture and its words, as whom it says', async () => {
    await db.accounts.add(anAccount());
    const { commands } = startPageBackground({ publishPost: async () => ({ ...told, outcome: 'published' }) });
    const user = userEvent.setup();
    const { container } = open('bluesky', { picture: new Blob(['x']), pictureAlt: 'A boiler' });
    const alt = await screen.findByLabelText('What the picture shows');
    await user.type(alt, ' in Roubaix');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Publish as @camille.bsky.social' }));
    await waitFor(() => expect(published).toEqual([['bluesky', 's']]));
    expect(commands[0]?.input).toMatchObject({ text: 'Mine.', withPicture: true, pictureAlt: 'A boiler in Roubaix' });
  });

  it('begins anew on another network: its own account, its own choices', async () => {
    const handle = 'camille@social.example';
    await db.accounts.bulkAdd([anAccount(), anAccount({ id: 'mastodon|m|1', network: 'mastodon', handle })]);
    const shown = {
      db,
      text: 'Mine.',
      disabled: false,
      card: aCard({ picture: new Blob(['x']) }),
      onPublished: () => {},
    };
    const { rerender } = render(<DirectPost {...shown} network="bluesky" />);
    const picture = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'With the picture', hidden: true });
    await screen.findByRole('button', { name: 'Publish as @camille.bsky.social' });
    expect(picture().checked).toBe(true);
    rerender(<DirectPost {...shown} network="mastodon" />);
    await screen.findByRole('button', { name: `Publish as @${handle}` });
    expect(screen.queryByRole('button', { name: /bsky/ })).toBeNull();
    expect(picture().checked).toBe(false);
  });

  it('lets one choose who sees it on Mastodon', async () => {
    await db.accounts.add(anAccount({ network: 'mastodon', handle: 'camille@social.example' }));
    const { commands } = startPageBackground({ publishPost: async () => ({ ...told, outcome: 'waiting' }) });
    const user = userEvent.setup();
    const { container } = open('mastodon');
    await user.selectOptions(await screen.findByLabelText('Seen by'), 'unlisted');
    await user.click(screen.getByRole('button', { name: 'Publish as @camille@social.example' }));
    await screen.findByText(/as soon as the network answers/);
    expect(commands[0]?.input).toMatchObject({ visibility: 'unlisted', withPicture: false });
    expect(published).toEqual([]);
    await expectAccessible(container);
  });

  it('asks once when a check warns', async () => {
    await db.accounts.add(anAccount());
    const { commands } = startPageBackground({
      publishPost: async ({ warningsSeen }) => {
        if (!warningsSeen) throw new RelaisError('check_warned', 'x');
        return { ...told, outcome: 'published' };
      },
    });
    const user = userEvent.setup();
    open('bluesky');
    await user.click(await screen.findByRole('button', { name: /Publish as/ }));
    await user.click(await screen.findByRole('button', { name: 'Share anyway' }));
    await waitFor(() => expect(published).toHaveLength(1));
    expect(commands).toHaveLength(2);
  });

  it('offers to leave out a picture that was refused', async () => {
    await db.accounts.add(anAccount());
    const { commands } = startPageBackground({
      publishPost: async () => ({ ...told, outcome: 'refused', failure: 'picture_refused' }),
      retryPost: async () => ({ ...told, outcome: 'published' }),
    });
    const user = userEvent.setup();
    const { container } = open('bluesky', { picture: new Blob(['x']) });
    await user.click(await screen.findByRole('button', { name: /Publish as/ }));
    const without = await screen.findByRole('button', { name: 'Publish without the picture' });
    await expectAccessible(container);
    await user.click(without);
    await waitFor(() => expect(published).toEqual([['bluesky', 's']]));
    expect(commands[1]).toEqual({ name: 'retryPost', input: { shareId: 's', withoutPicture: true } });
  });

  it('says in French that a sign-in was lost, and leads back to it', async () => {
    setTestLocale('fr');
    await db.accounts.add(anAccount({ state: 'revoked' }));
    const { container } = open('bluesky');
    await screen.findByText(/Vos mots sont gardés/);
    expect(screen.getByRole('link', { name: 'Se reconnecter' }).getAttribute('href')).toBe('options.html#connections');
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(container);
  });
});

describe('DirectPostsWaiting', () => {
  it('shows what is not online with its reason, and settles one that may be', async () => {
    await db.accounts.add(anAccount());
    await db.directPosts.bulkAdd([
      aDirectPost({ id: 'online', state: 'published' }),
      aDirectPost({ id: 'unsure', state: 'parked', triedAt: 1, failure: { code: 'post_unsure', at: 1 } }),
    ]);
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = render(<DirectPostsWaiting db={db} />);
    await screen.findByText(/Look at your profile/);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'It is online' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    await waitFor(() =>
      expect(commands.map(({ input }) => input)).toEqual([
        { shareId: 'unsure', isOnline: true },
        { shareId: 'unsure', isOnline: false },
      ]),
    );
  });
});
