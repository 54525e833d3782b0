import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createFeedStore } from '../../components/popup/feed-store.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import '../../components/ui/theme.css';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readFirstScreen } from '../../lib/storage/settings.ts';
import { afterPaint } from './after-paint.ts';
import './page.css';

/*
 *  readFirstScreen ──► first paint ──► live.ts: Dexie, the live query, everything else
 *
 * Nothing that this file imports may import the database, a schema or a parser: what stands before
 * the first paint is all that a click on the toolbar waits for.
 */
async function main(): Promise<void> {
  startPage('extension_name');
  const snapshot = await readFirstScreen();
  const feed = createFeedStore(snapshot);
  if (snapshot) applyTheme(snapshot.preferences.theme);

  const database = Promise.withResolvers<RelaisDb>();
  const openPage = (path: string) => {
    browser.tabs.create({ url: browser.runtime.getURL(path) }).then(() => window.close());
  };
  const findInvitation = async () => {
    const [invitation, db] = await Promise.all([import('./find-invitation.ts'), database.promise]);
    return invitation.findInvitation(db);
  };
  render(
    <Popup feed={feed} database={database.promise} findInvitation={findInvitation} openPage={openPage} />,
    document.getElementById('app') as HTMLElement,
  );
  const markFirstItems = () => performance.mark('relais:first-items');
  afterPaint(() => {
    if (snapshot) markFirstItems();
    // One more frame, so that loading the rest never shares one with the first items.
    afterPaint(() => {
      import('./live.ts').then(({ startLive }) => {
        const onFirstItems = () => {
          if (!snapshot) afterPaint(markFirstItems);
        };
        database.resolve(startLive(feed, onFirstItems));
      }, database.reject);
    });
  });
}

main();
