import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createFeedStore } from '../../components/popup/feed-store.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import '../../components/ui/theme.css';
import { afterPaint } from '../../components/ui/after-paint.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readFeedChoice, readFirstScreen } from '../../lib/storage/settings.ts';
import './page.css';

/*
 *  readFirstScreen ──► first paint ──► live.ts: Dexie, the live query, everything else
 *
 * Nothing that this file imports may import the database, a schema or a parser: what stands before
 * the first paint is all that a click on the toolbar waits for.
 */
async function main(): Promise<void> {
  startPage('extension_name');
  const [snapshot, choice] = await Promise.all([readFirstScreen(), readFeedChoice()]);
  const feed = createFeedStore(snapshot, choice);
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
