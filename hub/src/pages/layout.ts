import type { Context } from 'hono';
import { html } from 'hono/html';
import { findSettings } from '../db/queries/settings.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { chooseLanguage, type Language } from '../http/language.ts';
import type { Assets } from './assets.ts';
import { type Words, words } from './words.ts';

type Html = ReturnType<typeof html>;

/** What each page is rendered with. */
export type Page = {
  language: Language;
  words: Words;
  companyName: string;
  publicUrl: string;
  address: Assets['address'];
};

export async function preparePage(c: Context<HubEnv>, deps: HubDeps, address: Page['address']): Promise<Page> {
  const language = chooseLanguage(c.req.query('lang'), c.req.header('Accept-Language'));
  const settings = await findSettings(deps.db);
  return {
    language,
    words: words[language],
    companyName: settings?.companyName ?? 'Relais',
    publicUrl: deps.config.publicUrl,
    address,
  };
}

/** A whole page. `path` is its own address on the hub, for the link to the other language. */
export function renderPage(
  page: Page,
  { title, path, head, main }: { title: string; path: string; head?: Html; main: Html },
): Html {
  const { language, words: text, companyName, address } = page;
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${address('mark.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${address('hub.css')}">
<link rel="alternate" type="application/feed+json" title="${companyName}" href="/feed.json?lang=${language}">
<meta name="relais-hub" content="${page.publicUrl}">
${head ?? ''}
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
<header class="top">
<a class="brand" href="/?lang=${language}"><img src="${address('mark.svg')}" alt="" width="32" height="32">${companyName}</a>
<nav aria-label="${text.nav}">
<a href="/wall?lang=${language}"${path === '/wall' ? html` aria-current="page"` : ''}>${text.nav_wall}</a>
<a href="${path}?lang=${other}" lang="${other}" hreflang="${other}" rel="alternate">${text.other_language}</a>
</nav>
</header>
<main id="main">${main}</main>
<footer class="foot">${text.footer}</footer>
</body>
</html>`;
}

export function formatDay(instant: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(instant);
}

/** From when to when, in the time zone that the hub's process runs in, which is named. */
export function formatPeriod(start: Date, end: Date | null, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const text = end === null ? format.format(start) : format.formatRange(start, end);
  // French says "1er", which Intl does not.
  return language === 'fr' ? text.replace(/(?<!\d)1(?= \p{L})/gu, '1er') : text;
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? '';
}
