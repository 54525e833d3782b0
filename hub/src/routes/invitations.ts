import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  invitationPreviewPayload,
  invitationPreviewRequest,
  redeemInvitationPayload,
  redeemInvitationRequest,
} from '../../../lib/contract/hub.ts';
import { toInstant } from '../../../lib/contract/instant.ts';
import { countAttempt, findInvitation, redeemInvitation } from '../db/queries/invitations.ts';
import { readSettings } from '../db/queries/settings.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { refuse } from '../http/errors.ts';
import { callerAddress } from '../http/limits.ts';
import { body, createRouter, failure, json } from '../http/router.ts';

/** Attempts on invitations in a minute from one address: a whole team joins, nobody guesses 128 bits. */
export const attemptLimit = 60;

const refusals = {
  invitation_invalid: 'There is no such invitation.',
  invitation_expired: 'The invitation is more than 72 hours old.',
  invitation_used: 'The invitation was used already.',
} as const;

/** The way in: an invitation is looked at, then turned into a token. */
export function invitationRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.use('/api/v1/invitations/*', async (c, next) => {
    const { count, retryAfterMs } = await countAttempt(deps.db, callerAddress(c), deps.now());
    if (count > attemptLimit) throw refuse('rate_limited', 'Too many invitations were tried.', { retryAfterMs });
    await next();
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/invitations/preview',
      summary: 'Whose invitation this is. It stays unused.',
      request: { body: body(invitationPreviewRequest) },
      responses: { 200: json(invitationPreviewPayload, 'A valid invitation.'), ...failure },
    }),
    async (c) => {
      const state = await findInvitation(deps.db, c.req.valid('json').secret, deps.now());
      if ('refusal' in state) throw refuse(state.refusal, refusals[state.refusal]);
      const { companyName } = await readSettings(deps.db);
      return c.json({ company_name: companyName, expires_at: toInstant(state.expiresAt) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/invitations/redeem',
      summary: 'Turns an invitation into a member and a token, once.',
      request: { body: body(redeemInvitationRequest) },
      responses: { 200: json(redeemInvitationPayload, 'The token, shown this one time.'), ...failure },
    }),
    async (c) => {
      const { secret, display_name, device_name } = c.req.valid('json');
      const request = { secret, displayName: display_name, deviceName: device_name };
      const redeemed = await redeemInvitation(deps.db, request, deps.now());
      if ('refusal' in redeemed) throw refuse(redeemed.refusal, refusals[redeemed.refusal]);
      const { companyName } = await readSettings(deps.db);
      const { id, displayName, role } = redeemed.member;
      c.header('Cache-Control', 'no-store');
      return c.json(
        {
          token: redeemed.token,
          member: { id, display_name: displayName, role },
          company_name: companyName,
          feed_url: `${deps.config.publicUrl}/api/v1/feed`,
        },
        200,
      );
    },
  );
  return app;
}
