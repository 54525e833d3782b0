import { html } from 'hono/html';
import type { GroupRow } from '../db/queries/groups.ts';
import type { SpotRow } from '../db/queries/spots.ts';
import { formatDay, hostOf, type Page, renderPage } from './layout.ts';

/** What was spotted last, all open groups together. */
export function renderWall(page: Page, groups: GroupRow[], spots: (SpotRow & { group_name: string })[]) {
  const { words, language } = page;
  return renderPage(page, {
    title: `${words.wall_title} · ${page.companyName}`,
    path: '/wall',
    main: html`<div><h1>${words.wall_title}</h1><p class="lead">${words.wall_lead}</p></div>
<nav class="row" aria-label="${words.groups}">${groups.map(
      (group) => html`<a class="chip group" href="/groups/${group.id}?lang=${language}">${group.name}</a>`,
    )}</nav>
${renderSpots(page, spots)}`,
  });
}

/** The stream of one open group. */
export function renderGroup(page: Page, group: GroupRow, spots: SpotRow[]) {
  const { words } = page;
  return renderPage(page, {
    title: `${group.name} · ${page.companyName}`,
    path: `/groups/${group.id}`,
    main: html`<div><p class="row muted"><span class="chip group">${words.group_lead}</span>
<span>${words.group_members(group.member_count)}</span></p>
<h1>${group.name}</h1><p class="lead">${group.description}</p></div>
${renderSpots(page, spots)}`,
  });
}

/** Pictures of the spotted sites are left out: showing them would tell those sites who reads the wall. */
function renderSpots({ words, language }: Page, spots: (SpotRow & { group_name?: string })[]) {
  if (spots.length === 0) return html`<p class="notice narrow">${words.wall_empty}</p>`;
  return html`<ul class="cards">${spots.map(
    (spot) => html`<li class="card"><p class="muted row">${
      spot.group_name === undefined
        ? ''
        : html`<a class="chip group" href="/groups/${spot.group_id}?lang=${language}">${spot.group_name}</a>`
    }<span>${spot.site_name ?? hostOf(spot.url)}</span></p>
<h3${spot.language === null ? '' : html` lang="${spot.language}"`}><a href="${spot.url}" rel="nofollow noopener">${spot.title}</a></h3>
${spot.quote === null ? '' : html`<blockquote>${spot.quote}</blockquote>`}
${spot.comment === '' ? '' : html`<p>${spot.comment}</p>`}
<p class="muted">${words.spotted_by(spot.author_name)} · <time datetime="${spot.created_at.toISOString()}">${formatDay(spot.created_at, language)}</time></p></li>`,
  )}</ul>`;
}
