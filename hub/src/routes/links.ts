import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { createLinkRequest, linkPayload, linkVisitsPayload, linkVisitsRequest } from '../../../lib/contract/link.ts';
import { findLinkRules, findOrCreateLink, listVisits } from '../db/queries/links.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { refuse } from '../http/errors.ts';
import { body, createRouter, failure, json } from '../http/router.ts';
import { bearer } from '../http/signed-in.ts';

/**
 * Short addresses for members. The token lets one ask; what is stored is the key's hash, so the hub holds
 * no list of who shares what.
 */
export function linkRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/links',
      summary: 'A short address of an item, for one network; the same key gets the same one.',
      security: bearer,
      request: { body: body(createLinkRequest) },
      responses: { 200: json(linkPayload, 'The short address.'), ...failure },
    }),
    async (c) => {
      const { key, item_id: itemId, network, language } = c.req.valid('json');
      const rules = await findLinkRules(deps.db);
      if (rules?.short !== true) throw refuse('forbidden', 'This hub gives no short addresses.');
      const link = await findOrCreateLink(deps.db, { key, itemId, network, language }, await deps.contentNow());
      if ('refusal' in link) {
        throw link.refusal === 'conflict'
          ? refuse('rejected', 'The key stands for another link.')
          : refuse('not_found', 'There is no such item to share.');
      }
      return c.json({ url: `${deps.config.publicUrl}/l/${link.code}` }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/links/visits',
      summary: 'What was counted at the links of these keys.',
      security: bearer,
      request: { body: body(linkVisitsRequest) },
      responses: { 200: json(linkVisitsPayload, 'A key that is not known is left out.'), ...failure },
    }),
    async (c) => c.json({ links: await listVisits(deps.db, [...new Set(c.req.valid('json').keys)]) }, 200),
  );
  return app;
}
