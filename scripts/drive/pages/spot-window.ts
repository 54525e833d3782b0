import type { Session } from '../session.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words.ts';

/** The window in which a captured page gets its groups and its comment. */
export async function openedSpotWindow(session: Session, words: Words) {
  const isSpotWindow = (url: string) => url.startsWith(`${session.baseUrl}spot.html`);
  const window: Surface = await session.waitForWindow('the spot window', isSpotWindow);
  return {
    window,
    waitForForm: () => window.waitFor({ role: 'textbox', name: words.t('spot_comment_label') }),
    title: () => window.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea')?.value ?? ''),
    choose: (groupName: string) => window.click({ role: 'checkbox', name: groupName }),
    comment: (text: string) => window.fill({ role: 'textbox', name: words.t('spot_comment_label') }, text),
    tag: async (text: string) => {
      await window.fill({ role: 'textbox', name: words.t('spot_tags_label') }, text);
      await window.press('Enter');
    },
    send: (groupCount: number) => window.click({ role: 'button', name: words.plural('spot_send', groupCount) }),
    waitForDelivered: (groupCount: number) => window.waitForText(words.plural('spot_done_delivered', groupCount)),
    undo: () => window.click({ role: 'button', name: words.t('spot_undo') }),
    /** Closes it, whatever it shows; the next one that opens is then surely another. */
    close: async () => {
      await window.close().catch(() => undefined);
      await session.waitForNoWindow('the spot window to close', isSpotWindow);
    },
  };
}
