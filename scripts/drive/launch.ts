import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserKind, Session, SessionOptions } from './session.ts';

/** Starts a browser with the extension loaded. */
export function launchSession(kind: BrowserKind, options: SessionOptions): Promise<Session> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
