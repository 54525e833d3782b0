import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { memberPayload } from '../../../lib/contract/hub.ts';
import { deleteDevice } from '../db/queries/devices.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { createRouter, failure, json } from '../http/router.ts';
import { bearer } from '../http/signed-in.ts';

/** The member behind the token, and this one browser of theirs. */
export function meRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/me',
      summary: 'Who is signed in.',
      security: bearer,
      responses: { 200: json(memberPayload, 'The member.'), ...failure },
    }),
    (c) => {
      const { id, displayName, role } = c.get('member');
      return c.json({ id, display_name: displayName, role }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/api/v1/me/device',
      summary: 'Revokes the token of this request.',
      security: bearer,
      responses: { 204: { description: 'The token is worth nothing any more.' }, ...failure },
    }),
    async (c) => {
      await deleteDevice(deps.db, c.get('member'));
      return c.body(null, 204);
    },
  );
  return app;
}
