import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { toLinkRules } from '../../../lib/contract/link.ts';
import { sharedAddress } from '../../../lib/domain/links/campaign-tags.ts';
import { parseWebAddress } from '../../../lib/domain/links/parse-address.ts';
import { countVisit, findLinkRules, findLinkTarget, type LinkTarget } from '../db/queries/links.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { isVisit } from '../http/is-visit.ts';
import { callerAddress, createVisitLimit } from '../http/limits.ts';
import type { Assets } from './assets.ts';
import { preparePage, renderPage } from './layout.ts';

/** Sends whoever follows a short address on to the item's own page, and counts those who are people. */
export function shortLinkRoutes(deps: HubDeps, { address }: Assets): Hono<HubEnv> {
  const app = new Hono<HubEnv>();
  const mayCount = createVisitLimit(deps.now);
  app.get('/l/:code', async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex');
    const code = c.req.param('code');
    const link = /^[A-Za-z0-9]{8}$/.test(code) ? await findLinkTarget(deps.db, code) : null;
    const target = link && (await targetOf(deps, link));
    if (target === null) return renderEnd(c, deps, address);
    const caller = callerAddress(c);
    if (isVisit(c.req.method, (name) => c.req.header(name)) && mayCount(caller)) {
      const userAgent = c.req.header('User-Agent') ?? '';
      // Somebody is on the way to the page: a count that fails is a line in the log, not in their way.
      await countVisit(deps.db, { code, address: caller, userAgent }, await deps.contentNow()).catch((error) =>
        deps.log({
          level: 'error',
          event: 'visit_not_counted',
          code: String((error as { code?: unknown }).code ?? ''),
        }),
      );
    }
    return c.redirect(target, 302);
  });
  return app;
}

/** Only an item of this hub says where a link leads, so nobody can make one that leads elsewhere. */
async function targetOf({ db, config }: HubDeps, link: LinkTarget): Promise<string | null> {
  if (link.url === null) return `${config.publicUrl}/items/${link.item_id}?lang=${link.language}`;
  const rules = await findLinkRules(db);
  const item = { url: link.url, campaignId: link.campaign_id, kind: link.kind };
  const tagged = sharedAddress(item, link.network, rules === null ? null : toLinkRules(rules));
  return parseWebAddress(tagged ?? '')?.href ?? null;
}

/** For a link that leads nowhere: why, and the way to what the company publishes. */
async function renderEnd(c: Context<HubEnv>, deps: HubDeps, address: Assets['address']): Promise<Response> {
  const page = await preparePage(c, deps, address);
  const { words, companyName } = page;
  c.set('failure', 'not_found');
  return c.html(
    renderPage(page, {
      title: words.link_missing_title,
      path: '/',
      main: html`<div class="narrow stack"><h1>${words.link_missing_title}</h1>
<p class="lead">${words.link_missing_lead(companyName)}</p>
<p><a class="button" href="/?lang=${page.language}">${words.link_missing_home(companyName)}</a></p></div>`,
    }),
    404,
  );
}
