import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import type { HubDeps, HubEnv } from './http/context.ts';
import { answerError, refuse } from './http/errors.ts';
import { limitByAddress } from './http/limits.ts';
import { createRouter } from './http/router.ts';
import { signedIn } from './http/signed-in.ts';
import { createAssets } from './pages/assets.ts';
import { renderMissing } from './pages/missing.ts';
import { pageRoutes } from './pages/pages.ts';
import { shortLinkRoutes } from './pages/short-link.ts';
import { feedRoutes } from './routes/feed.ts';
import { groupRoutes } from './routes/groups.ts';
import { hubRoutes } from './routes/hub.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { linkRoutes } from './routes/links.ts';
import { meRoutes } from './routes/me.ts';
import { mediaRoutes } from './routes/media.ts';
import { participationRoutes } from './routes/participation.ts';

const maxBodyBytes = 256 * 1024;

/** Everything under /api/v1 needs a token but these. */
const publicApi = /^\/api\/v1\/(hub|invitations\/(preview|redeem))$/;

/** The whole hub as one Hono app: the API, the public feed and pictures, and the pages. */
export function createApp(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.use(requestId({ headerName: '' }));
  app.use(async (c, next) => {
    const startedAt = performance.now();
    await next();
    c.header('X-Request-Id', c.get('requestId'));
    deps.log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      // The route, not the address: no identifier and no query string.
      route: routePath(c, -1),
      status: c.res.status,
      code: c.get('failure'),
      ms: Math.round(performance.now() - startedAt),
    });
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // The extension and other feed readers show the pictures.
      crossOriginResourcePolicy: 'cross-origin',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: deps.config.publicUrl.startsWith('https:') && 'max-age=31536000',
      xFrameOptions: 'DENY',
    }),
  );
  // No cookie is ever used, so any origin may ask: what a caller can do is in the token it sends.
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'If-Modified-Since'],
      exposeHeaders: ['ETag', 'Retry-After', 'Last-Modified'],
      maxAge: 86_400,
    }),
  );
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw refuse('too_large', 'The body is over 256 KiB.');
      },
    }),
  );
  app.use('/api/*', limitByAddress(deps));
  const authenticate = signedIn(deps);
  app.use('/api/v1/*', (c, next) => (publicApi.test(c.req.path) ? next() : authenticate(c, next)));

  for (const routes of [
    hubRoutes,
    invitationRoutes,
    meRoutes,
    feedRoutes,
    groupRoutes,
    participationRoutes,
    linkRoutes,
    mediaRoutes,
  ]) {
    app.route('/', routes(deps));
  }
  const assets = createAssets();
  app.route('/', pageRoutes(deps, assets));
  app.route('/', shortLinkRoutes(deps, assets));

  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Relais hub', version: '1', description: 'The wire between a Relais hub and a browser.' },
    servers: [{ url: deps.config.publicUrl }],
  });

  app.notFound((c) =>
    isForMachines(c.req.path)
      ? answerError(refuse('not_found', 'There is nothing at this address.'), c, deps)
      : renderMissing(c, deps, assets.address),
  );
  app.onError((error, c) => answerError(error, c, deps));
  return app;
}

function isForMachines(path: string): boolean {
  return /^\/(api|media|assets)\/|\.json$/.test(path);
}
