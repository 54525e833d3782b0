import type { Session } from '../session.ts';
import type { Words } from '../words.ts';

/** The one question, asked when a composer's window closes. */
export async function openedAsk(session: Session, words: Words) {
  const window = await session.waitForWindow('the question after the composer', (url) =>
    url.startsWith(`${session.baseUrl}ask.html`),
  );
  const answer = async (key: string) => {
    await window.click({ role: 'button', name: words.t(key) });
    await session.waitForNoWindow('the question to close', (url) => url.startsWith(`${session.baseUrl}ask.html`));
  };
  return { window, confirm: () => answer('ask_confirm'), dismiss: () => answer('ask_dismiss') };
}
