import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { findMedia } from '../db/queries/media.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { refuse } from '../http/errors.ts';
import { createRouter, failure } from '../http/router.ts';

/** Pictures, by what is in them: an address never changes its picture. */
export function mediaRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.openapi(
    createRoute({
      method: 'get',
      path: '/media/{file}',
      summary: 'A picture, named by its SHA-256.',
      request: { params: z.object({ file: z.string().max(80) }) },
      responses: {
        200: { description: 'The picture.', content: { 'image/webp': { schema: z.string() } } },
        ...failure,
      },
    }),
    async (c) => {
      const sha256 = /^([0-9a-f]{64})\.webp$/.exec(c.req.valid('param').file)?.[1];
      const media = sha256 === undefined ? null : await findMedia(deps.db, sha256);
      if (media === null) throw refuse('not_found', 'There is no such picture.');
      return c.body(Uint8Array.from(media.bytes), 200, {
        'Content-Type': media.contentType,
        'Cache-Control': 'public, max-age=31536000, immutable',
        ETag: `"${sha256}"`,
      });
    },
  );
  return app;
}
