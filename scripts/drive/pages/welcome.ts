import type { Session } from '../session.ts';
import { startOf, type Words } from '../words.ts';

/** The page of the first minute. */
export async function openedWelcome(session: Session, words: Words) {
  const window = await session.openPage('welcome.html');
  const { t } = words;
  return {
    window,
    connect: async (invitationUrl: string, displayName: string) => {
      await window.fill({ role: 'textbox', name: t('welcome_invitation_label') }, invitationUrl);
      await window.click({ role: 'button', name: t('welcome_continue') });
      await window.fill({ role: 'textbox', name: t('welcome_name_label') }, displayName);
      await window.click({ role: 'button', name: startOf(words, 'welcome_connect') });
    },
    waitForDone: () => window.waitFor({ role: 'heading', name: startOf(words, 'welcome_done_title') }),
  };
}
