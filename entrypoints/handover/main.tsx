import { render } from 'preact';
import { HandoverWindow } from '../../components/handover/HandoverWindow.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import '../../components/ui/theme.css';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

async function main(): Promise<void> {
  startPage('handover_title');
  applyTheme((await readPreferences()).theme);
  const shareId = new URLSearchParams(location.search).get('share') ?? '';
  render(
    <HandoverWindow
      db={new RelaisDb()}
      shareId={shareId}
      openShareSheet={'share' in navigator ? (data) => navigator.share(data) : null}
      close={() => window.close()}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

main();
