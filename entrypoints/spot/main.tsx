import { render } from 'preact';
import browser from 'webextension-polyfill';
import { SpotWindow } from '../../components/spot/SpotWindow.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

startPage('spot_title');
const draftId = new URLSearchParams(location.search).get('draft') ?? '';
const { theme } = await readPreferences();
applyTheme(theme);
render(
  <SpotWindow
    db={new RelaisDb()}
    draftId={draftId}
    openPage={(path) => void browser.tabs.create({ url: browser.runtime.getURL(path) })}
    closeWindow={() => window.close()}
  />,
  document.body,
);
