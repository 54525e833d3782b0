import browser from 'webextension-polyfill';

/** One line below the address bar; `content` is what Enter gives back. */
export type OmniboxLine = { content: string; title: string; detail: string };
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

type OmniboxListeners = {
  /** Said before anything is typed. */
  hint: string;
  /** Chromium reads descriptions as markup, Firefox as they are. */
  isMarkup: boolean;
  onWords: (words: string) => Promise<OmniboxLine[]>;
  onEnter: (content: string, disposition: Disposition) => void;
};

/** Listens to what is typed after the keyword of the manifest. Safari has no such thing. */
export function listenToOmnibox({ hint, isMarkup, onWords, onEnter }: OmniboxListeners): void {
  const omnibox = browser.omnibox as typeof browser.omnibox | undefined;
  if (omnibox === undefined) return;
  omnibox.setDefaultSuggestion({ description: isMarkup ? escapeMarkup(hint) : hint });
  omnibox.onInputChanged.addListener((words, suggest) => {
    onWords(words).then(
      (lines) => suggest(lines.map((line) => ({ content: line.content, description: describeLine(line, isMarkup) }))),
      () => undefined, // No suggestions: Enter still looks.
    );
  });
  omnibox.onInputEntered.addListener((content, disposition) => onEnter(content, disposition as Disposition));
}

/** A title and where it is from, as one browser or the other reads it. */
export function describeLine({ title, detail }: Pick<OmniboxLine, 'title' | 'detail'>, isMarkup: boolean): string {
  if (!isMarkup) return detail === '' ? title : `${title} · ${detail}`;
  return detail === '' ? escapeMarkup(title) : `${escapeMarkup(title)} <dim>${escapeMarkup(detail)}</dim>`;
}

/** A title with a lone `&` makes Chromium drop every suggestion. */
function escapeMarkup(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  // Characters that XML does not allow at all.
  return text
    .toWellFormed()
    .replace(/\p{Cc}|\uFFFE|\uFFFF/gu, ' ')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** Opens a page of the extension where the person asked for it. */
export async function openWhere(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
