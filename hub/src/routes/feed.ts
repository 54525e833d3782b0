import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { feedPayload } from '../../../lib/contract/feed.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { answerCached } from '../http/etag.ts';
import { chooseLanguage } from '../http/language.ts';
import { createRouter, failure, languageQuery } from '../http/router.ts';
import { bearer } from '../http/signed-in.ts';
import { buildFeed } from './feed-payload.ts';

const contentType = 'application/feed+json; charset=utf-8';
const responses = {
  200: { description: 'The feed, with an ETag.', content: { 'application/feed+json': { schema: feedPayload } } },
  304: { description: 'Nothing changed since the ETag in If-None-Match.' },
  ...failure,
};

/** The feed: all of it for members, the public part for anyone. */
export function feedRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/feed',
      summary: 'Items, campaigns, guidelines and suggestions.',
      security: bearer,
      request: { query: languageQuery },
      responses,
    }),
    async (c) => {
      const language = chooseLanguage(c.req.valid('query').lang, c.req.header('Accept-Language'));
      const { publicUrl } = deps.config;
      const feed = await buildFeed(deps.db, { publicUrl, language, now: deps.now(), everything: true });
      return answerCached(c, feed, contentType, 'private, max-age=60');
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/feed.json',
      summary: 'The public part, for any feed reader.',
      request: { query: languageQuery },
      responses,
    }),
    async (c) => {
      const language = chooseLanguage(c.req.valid('query').lang, c.req.header('Accept-Language'));
      const { publicUrl } = deps.config;
      const feed = await buildFeed(deps.db, { publicUrl, language, now: deps.now(), everything: false });
      return answerCached(c, feed, contentType, 'public, max-age=300');
    },
  );
  return app;
}
