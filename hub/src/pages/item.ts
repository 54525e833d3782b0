import { html } from 'hono/html';
import type { ItemRow } from '../db/queries/items.ts';
import { renderDetails } from './item-details.ts';
import { formatDay, hostOf, type Page, renderPage } from './layout.ts';

/** What pictures without a stored size are: those that the sample company came with. */
const usualSize = { width: 640, height: 336 };

/** One item to read on a phone, with what a network needs to draw its card. */
export function renderItem(page: Page, item: ItemRow) {
  const { words, language, publicUrl, companyName } = page;
  const path = `/items/${item.id}`;
  const address = `${publicUrl}${path}?lang=${item.language}`;
  const image = item.media_sha256 === null ? null : `/media/${item.media_sha256}.webp`;
  const width = item.media_width ?? usualSize.width;
  const height = item.media_height ?? usualSize.height;
  const description = item.image_alt ?? '';
  return renderPage(page, {
    title: `${item.title} · ${companyName}`,
    path,
    head: html`<link rel="canonical" href="${item.url ?? address}">
<meta name="description" content="${item.summary}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${companyName}">
<meta property="og:title" content="${item.title}">
<meta property="og:description" content="${item.summary}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="${item.language === 'fr' ? 'fr_FR' : 'en_GB'}">
<meta property="article:published_time" content="${item.released_at.toISOString()}">
${
  image === null
    ? ''
    : html`<meta property="og:image" content="${publicUrl}${image}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${description}">
<meta name="twitter:card" content="summary_large_image">`
}`,
    main: html`<article class="narrow stack" lang="${item.language}">
${image === null ? '' : html`<img class="hero" src="${image}" alt="${description}" width="${width}" height="${height}">`}
<p class="muted row" lang="${language}"><span class="chip">${words[`kind_${item.kind}`]}</span>
<time datetime="${item.released_at.toISOString()}">${formatDay(item.released_at, language)}</time>
${item.author === null || item.author_title !== null ? '' : html`<span>${words.item_by(item.author)}</span>`}</p>
<h1>${item.title}</h1>
${renderDetails(page, item)}
<div class="prose">${item.content_text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}</div>
${
  item.author === null || item.author_title === null
    ? ''
    : html`<p class="signature"><strong>${item.author}</strong><span>${item.author_title}</span></p>`
}
${item.url === null ? '' : html`<p lang="${language}"><a class="button main" href="${item.url}">${callOf(page, item)(hostOf(item.url))}</a></p>`}
</article>`,
  });
}

/** What there is to do at the item's address. */
function callOf({ words }: Page, { kind }: ItemRow): (site: string) => string {
  if (kind === 'engage') return words.item_comment;
  return kind === 'poll' ? words.item_answer : words.item_read;
}
