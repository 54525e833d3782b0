import { render } from 'preact';
import { AskWindow } from '../../components/ask/AskWindow.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import '../../components/ui/theme.css';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

async function main(): Promise<void> {
  startPage('ask_title');
  applyTheme((await readPreferences()).theme);
  const shareId = new URLSearchParams(location.search).get('share') ?? '';
  render(
    <AskWindow db={new RelaisDb()} shareId={shareId} close={() => window.close()} />,
    document.getElementById('app') as HTMLElement,
  );
}

main();
