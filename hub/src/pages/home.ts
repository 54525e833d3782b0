import { html } from 'hono/html';
import type { ItemRow } from '../db/queries/items.ts';
import { formatDay, type Page, renderPage } from './layout.ts';

/** What this hub is, and what was published last. */
export function renderHome(page: Page, items: ItemRow[]) {
  const { words, language, companyName } = page;
  const title = words.home_title(companyName);
  return renderPage(page, {
    title,
    path: '/',
    head: html`<meta name="description" content="${words.home_lead}">`,
    main: html`<div><h1>${title}</h1><p class="lead">${words.home_lead}</p></div>
<p class="row"><a class="button main" href="/wall?lang=${language}">${words.home_wall}</a>
<a class="button" href="/feed.json?lang=${language}" type="application/feed+json">${words.home_feed}</a></p>
<section class="stack" aria-labelledby="latest"><h2 id="latest">${words.home_latest}</h2>
<ul class="cards">${items.map((item) => renderCard(page, item))}</ul></section>
<p class="notice narrow">${words.home_join}</p>`,
  });
}

function renderCard({ words, language }: Page, item: ItemRow) {
  const picture =
    item.media_sha256 === null
      ? ''
      : html`<img src="/media/${item.small_sha256 ?? item.media_sha256}.webp" alt="" width="640" height="336" loading="lazy">`;
  return html`<li class="card pictured">${picture}<div><p class="muted row"><span class="chip">${words[`kind_${item.kind}`]}</span>
<time datetime="${shownDate(item).toISOString()}">${formatDay(shownDate(item), language)}</time></p>
<h3 lang="${item.language}"><a href="/items/${item.id}?lang=${language}">${item.title}</a></h3></div></li>`;
}

/** The day that matters: an event's own, else when the item was published. */
function shownDate(item: ItemRow): Date {
  return item.event_starts_at ?? item.released_at;
}
