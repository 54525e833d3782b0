import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ComposePage } from '../../components/compose/ComposePage.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import '../../components/ui/theme.css';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

/** A page that took another's place gives it back; a window or a tab of its own goes. */
async function close(): Promise<void> {
  if (history.length > 1) return history.back();
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) window.close();
  else await browser.tabs.remove(tab.id);
}

async function main(): Promise<void> {
  startPage('compose_title');
  const { theme, networks } = await readPreferences();
  applyTheme(theme);
  const query = new URLSearchParams(location.search);
  render(
    <ComposePage
      db={new RelaisDb()}
      itemId={query.get('item') ?? ''}
      names={query.get('networks')?.split(',') ?? []}
      startsRound={query.has('round')}
      preferred={networks}
      close={() => void close()}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

main();
