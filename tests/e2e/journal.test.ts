import { expect, it } from 'vitest';
import { readTable } from '../../scripts/drive/extension-state.ts';
import { openedDashboard } from '../../scripts/drive/pages/dashboard.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

type Row = { id: string; state: string };

const actCount = 3000;
const wanted = 'Chaleur récupérée à Roubaix';

/** Chooses a file in the page, as its picker would. */
function chooseFile(window: Surface, name: string, content: string): Promise<void> {
  return window.evaluate(
    (fileName, text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('no file can be chosen');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    content,
  );
}

/** A journal's file with acts an hour apart, one of them to be found. */
function aJournal(): string {
  const entries = Array.from({ length: actCount }, (_, i) => ({
    id: `share-${i}`,
    kind: 'share',
    at: new Date(Date.UTC(2026, 10, 20) - i * 3_600_000).toISOString(),
    network: i % 2 === 0 ? 'linkedin' : 'x',
    state: 'confirmed',
    title: i === 1234 ? wanted : `Lampadaire ${i}`,
    text: i % 3 === 0 ? 'Fière de l’équipe' : '=1+1',
    url: `https://www.maison-lumen.example/${i}`,
    ...{ shared_url: null, post_url: null, asked_at: null, decided_at: null, removed_at: null },
    ...{ item_id: null, source_id: null, campaign_id: null },
  }));
  return JSON.stringify({ relais_journal: 1, exported_at: '2026-11-20T00:00:00Z', entries });
}

inEachBrowser(
  'the journal',
  (world) => {
    it('brings thousands of acts in, finds one, corrects and erases it, and takes everything out again', async () => {
      const { session, t } = world();
      const { window } = await openedDashboard(session, world(), 'journal');
      await window.waitFor({ role: 'button', name: t('journal_import') });

      await chooseFile(window, 'journal.json', aJournal());
      await window.waitForText(t('journal_import_review'));
      expect(await readTable<Row>(window, 'shares')).toEqual([]);
      await window.click('.dashboard-import .r-button-primary');
      await until('the acts to be written', async () => (await readTable(window, 'shares')).length === actCount);
      await window.waitFor({ css: '.dashboard-entry', text: /Lampadaire/ });
      // Only the latest are laid out.
      expect(await window.evaluate(() => document.querySelectorAll('.dashboard-entry').length)).toBe(30);

      await window.fill({ role: 'textbox', name: t('journal_search') }, 'roubaix recuperee');
      await window.until(
        'the one act',
        (title) => {
          const titles = [...document.querySelectorAll('.dashboard-entry h3')].map((heading) => heading.textContent);
          return titles.length === 1 && titles[0] === title;
        },
        wanted,
      );

      const stateOf = async (state: string) =>
        (await readTable<Row>(window, 'shares')).find(({ id }) => id === 'share-1234')?.state === state;
      await window.click({ role: 'button', name: t('journal_correct_dismiss') });
      await until('the correction', () => stateOf('dismissed'));
      await window.click({ role: 'button', name: t('action_undo') });
      await until('the way back', () => stateOf('confirmed'));

      await window.click({ role: 'button', name: t('journal_erase_of', wanted) });
      await window.click({ role: 'button', name: t('journal_erase_yes') });
      await window.waitForText(t('journal_erased'));
      await window.waitForText(t('journal_none_title'));
      expect((await readTable<Row>(window, 'shares')).some(({ id }) => id === 'share-1234')).toBe(false);

      await window.evaluate(() => {
        const kept = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          blob.text().then((text) => Object.assign(globalThis, { saved: text }));
          return kept(blob);
        };
      });
      await window.click({ role: 'button', name: t('journal_export_csv') });
      const table = await window.until('the table', () => (globalThis as { saved?: string }).saved);
      expect(table.split('\r\n')).toHaveLength(actCount + 1);
      expect(table).toContain(",'=1+1,");
      await chooseFile(window, 'journal.csv', table);
      // All of it is known: there is nothing to add.
      await window.waitFor({ role: 'button', name: t('journal_import_close') });
      expect(await readTable(window, 'shares')).toHaveLength(actCount - 1);
      await window.close();
    });
  },
  'fr',
);
