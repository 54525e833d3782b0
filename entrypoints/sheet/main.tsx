import { render } from 'preact';
import { Sheet } from '../../components/sheet/Sheet.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

startPage('sheet_title');
const { theme } = await readPreferences();
applyTheme(theme);
render(<Sheet db={new RelaisDb()} now={Date.now} print={() => print()} />, document.body);
