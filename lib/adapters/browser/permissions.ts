import browser from 'webextension-polyfill';

/** The match pattern of one origin; ports are not part of match patterns. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Asks the person for one site. Call it first in a click handler: after an `await` the click no longer counts. */
export function requestHostAccess(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Whether Relais may read any answer of this address, CORS or not. */
export function hasHostAccess(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(url)] });
}

/**
 * Firefox's own consent for counts that leave the browser; other browsers have no such question.
 * Call it first in a click handler.
 */
export function requestStatisticsConsent(): Promise<boolean> {
  const manifest = browser.runtime.getManifest() as { browser_specific_settings?: unknown };
  if (manifest.browser_specific_settings === undefined) return Promise.resolve(true);
  // Not in the polyfill's types yet: data_collection came with Firefox 140.
  const consent = { data_collection: ['technicalAndInteraction'] } as Parameters<typeof browser.permissions.request>[0];
  return browser.permissions.request(consent);
}
