import browser from 'webextension-polyfill';
import { isSpottableAddress, refusedDraft, toSpotDraft } from '../../domain/page.ts';
import type { SpotDraft } from '../../domain/spot.ts';
import { capturePage, parseCapture } from './capture-page.ts';

export type CapturableTab = { id?: number; url?: string };

/**
 * What a tab says of itself, at the gesture that granted `activeTab`. Pages of the browser, stores and
 * tabs Relais may not read give a draft that says so.
 */
export async function captureTab(
  tab: CapturableTab,
  draft: { id: string; now: number; selection?: string },
): Promise<SpotDraft> {
  if (tab.id === undefined || (tab.url !== undefined && !isSpottableAddress(tab.url))) {
    return refusedDraft('browser_page', draft);
  }
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: capturePage });
    const captured = parseCapture(result?.result);
    return captured === null ? refusedDraft('no_access', draft) : toSpotDraft(captured, draft);
  } catch (error) {
    // Chromium hides the address of its own pages and of its store, and tells them by words alone.
    const isBrowserPage = /\b[\w-]+:\/\/ URL|extensions gallery/.test(String(error));
    return refusedDraft(isBrowserPage ? 'browser_page' : 'no_access', draft);
  }
}

export async function findActiveTab(): Promise<CapturableTab> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ?? {};
}
