import { html } from 'hono/html';
import type { ItemRow } from '../db/queries/items.ts';
import { formatDay, hostOf, type Page, renderPage } from './layout.ts';

/** One item to read on a phone, with what a network needs to draw its card. */
export function renderItem(page: Page, item: ItemRow) {
  const { words, language, publicUrl, companyName } = page;
  const path = `/items/${item.id}`;
  const image = item.media_sha256 === null ? null : `/media/${item.media_sha256}.webp`;
  return renderPage(page, {
    title: `${item.title} · ${companyName}`,
    path,
    head: html`<link rel="canonical" href="${item.url}">
<meta name="description" content="${item.summary}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${companyName}">
<meta property="og:title" content="${item.title}">
<meta property="og:description" content="${item.summary}">
<meta property="og:url" content="${publicUrl}${path}?lang=${item.language}">
<meta property="og:locale" content="${item.language === 'fr' ? 'fr_FR' : 'en_GB'}">
<meta property="article:published_time" content="${item.published_at.toISOString()}">
${
  image === null
    ? ''
    : html`<meta property="og:image" content="${publicUrl}${image}">
<meta property="og:image:width" content="640">
<meta property="og:image:height" content="336">
<meta property="og:image:alt" content="${item.image_alt ?? ''}">
<meta name="twitter:card" content="summary_large_image">`
}`,
    main: html`<article class="narrow stack" lang="${item.language}">
${image === null ? '' : html`<img class="hero" src="${image}" alt="${item.image_alt ?? ''}" width="640" height="336">`}
<p class="muted row" lang="${language}"><span class="chip">${words[`kind_${item.kind}`]}</span>
<time datetime="${item.published_at.toISOString()}">${formatDay(item.published_at, language)}</time>
${item.author === null ? '' : html`<span>${words.item_by(item.author)}</span>`}</p>
<h1>${item.title}</h1>
<div class="prose">${item.content_text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}</div>
<p lang="${language}"><a class="button main" href="${item.url}">${words.item_read(hostOf(item.url))}</a></p>
</article>`,
  });
}
