import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { checkPayload } from '../../../lib/contract/check.ts';
import { feedPayload, feedRelaisPayload } from '../../../lib/contract/feed.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { answerCached } from '../http/etag.ts';
import { chooseLanguage } from '../http/language.ts';
import { createRouter, failure, languageQuery } from '../http/router.ts';
import { bearer } from '../http/signed-in.ts';
import { buildFeed } from './build-feed.ts';

const contentType = 'application/feed+json; charset=utf-8';
/** Rules hold rules, which the OpenAPI generator cannot write down: `docs/checks.md` has their vocabulary. */
const rule = z.looseObject({ type: z.string() });
const checks = z.array(checkPayload.extend({ rule: rule.optional() })).optional();
const described = feedPayload.extend({ _relais: feedRelaisPayload.extend({ checks }) });
const responses = {
  200: { description: 'The feed, with an ETag.', content: { 'application/feed+json': { schema: described } } },
  // A cursor that cannot be followed is 410 `gone`.
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
      summary: 'Items, campaigns, guidelines, checks and suggestions; since a cursor, only the items that changed.',
      security: bearer,
      request: { query: languageQuery.extend({ since: z.string().max(200).optional() }) },
      responses,
    }),
    async (c) => {
      const { lang, since } = c.req.valid('query');
      const language = chooseLanguage(lang, c.req.header('Accept-Language'));
      const { publicUrl } = deps.config;
      const now = await deps.contentNow();
      const feed = await buildFeed(deps.db, { publicUrl, language, now, readers: 'members', since });
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
      const now = await deps.contentNow();
      const feed = await buildFeed(deps.db, { publicUrl, language, now, readers: 'anyone' });
      return answerCached(c, feed, contentType, 'public, max-age=300');
    },
  );
  return app;
}
