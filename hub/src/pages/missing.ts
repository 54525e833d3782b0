import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HubDeps, HubEnv } from '../http/context.ts';
import type { Assets } from './assets.ts';
import { preparePage, renderPage } from './layout.ts';

/** The page for an address that has none. It does not say whether something private is behind it. */
export async function renderMissing(c: Context<HubEnv>, deps: HubDeps, address: Assets['address']): Promise<Response> {
  const page = await preparePage(c, deps, address);
  c.set('failure', 'not_found');
  return c.html(
    renderPage(page, {
      title: page.words.missing_title,
      path: '/',
      main: html`<div class="narrow stack"><h1>${page.words.missing_title}</h1>
<p class="lead">${page.words.missing_lead}</p>
<p><a class="button" href="/?lang=${page.language}">${page.words.missing_home}</a></p></div>`,
    }),
    404,
  );
}
