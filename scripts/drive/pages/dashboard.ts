import type { Session } from '../session.ts';
import type { Words } from '../words.ts';

/** The full tab: the leaderboard, and one's own journal. */
export async function openedDashboard(session: Session, words: Words, page: 'journal' | 'leaderboard') {
  const window = await session.openPage(`dashboard.html#${page}`);
  const { t } = words;
  return {
    window,
    waitForEntry: (title: string) => window.waitFor({ css: '.dashboard-entry', text: new RegExp(escapeRegExp(title)) }),
    /** What the journal says of one act. */
    entry: (title: string) =>
      window.evaluate((wanted: string) => {
        const normal = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
        const entries = [...document.querySelectorAll('.dashboard-entry')];
        return normal(entries.find((entry) => normal(entry.textContent).includes(wanted))?.textContent);
      }, title),
    previewJoining: async () => {
      await window.click({ role: 'button', name: t('join_preview') });
      await window.waitForText(t('join_preview_title'));
      return window.evaluate(() => [...document.querySelectorAll('pre')].map((request) => request.textContent ?? ''));
    },
    join: () => window.click({ role: 'button', name: t('join_button') }),
    /** The rows of the leaderboard, own one marked. */
    waitForRows: () =>
      window.until('the leaderboard', () => {
        const rows = [...document.querySelectorAll('tbody tr')].map((row) => ({
          name: row.querySelector('th')?.firstChild?.textContent?.trim() ?? '',
          cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''),
          isYou: row.className.includes('own'),
        }));
        return rows.length > 0 ? rows : null;
      }),
    refresh: () => window.click({ role: 'button', name: t('leaderboard_refresh') }),
    waitForJoinCard: () => window.waitFor({ role: 'button', name: t('join_preview') }),
    withdraw: async () => {
      await window.click({ role: 'button', name: t('leaderboard_withdraw') });
      await window.click({ role: 'button', name: t('leaderboard_withdraw_yes') });
    },
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
