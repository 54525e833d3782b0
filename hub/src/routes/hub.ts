import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { hubPayload } from '../../../lib/contract/hub.ts';
import { readSettings } from '../db/queries/settings.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { createRouter, failure, json } from '../http/router.ts';

/** What the hub says of itself to anyone. */
export function hubRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/hub',
      summary: 'How an address is recognised as a hub.',
      responses: { 200: json(hubPayload, 'This hub.'), ...failure },
    }),
    async (c) => {
      const settings = await readSettings(deps.db);
      return c.json(
        {
          relais: 1 as const,
          company_name: settings.companyName,
          languages: settings.languages,
          feed_url: `${deps.config.publicUrl}/feed.json`,
        },
        200,
      );
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/healthz',
      summary: 'Whether the hub and its database answer.',
      responses: { 200: json(z.object({ ok: z.literal(true) }), 'They do.'), ...failure },
    }),
    async (c) => {
      await deps.db.query('SELECT 1');
      return c.json({ ok: true as const }, 200);
    },
  );
  return app;
}
