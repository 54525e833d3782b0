import browser from 'webextension-polyfill';

/** The match pattern of one origin; ports are not part of match patterns. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Asks the person for sites, in one question. Call it first in a click handler: after an `await` the click no longer counts. */
export function requestHostAccess(...origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(origins.map(patternOf))] });
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

/** Gives back everything that was allowed after the installation. */
export async function forgetPermissions(): Promise<void> {
  const manifest = browser.runtime.getManifest() as { permissions?: string[] };
  const { origins = [], permissions = [], ...rest } = await browser.permissions.getAll();
  const { data_collection: consents = [] } = rest as { data_collection?: string[] };
  const given = {
    origins,
    permissions: permissions.filter((name) => !manifest.permissions?.includes(name)),
    // Firefox: what was required at the installation cannot be given back.
    ...(consents.includes('technicalAndInteraction') && { data_collection: ['technicalAndInteraction'] }),
  } as Parameters<typeof browser.permissions.remove>[0];
  await browser.permissions.remove(given);
}

type PermissionChange = { origins?: string[]; permissions?: string[] };

/** Calls back when the person allows something more, from wherever they do: a page of Relais or the browser's own. */
export function listenToPermissions(listeners: {
  onAdded: (change: PermissionChange) => void;
  onRemoved: (change: PermissionChange) => void;
}): void {
  browser.permissions.onAdded.addListener((change) => listeners.onAdded(change as PermissionChange));
  browser.permissions.onRemoved.addListener((change) => listeners.onRemoved(change as PermissionChange));
}
