import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { toInstant } from '../../../lib/contract/instant.ts';
import {
  leaderboardPayload,
  participationEventsPayload,
  participationEventsRequest,
  participationPayload,
} from '../../../lib/contract/participation.ts';
import { leaderboardPeriods } from '../../../lib/domain/leaderboard.ts';
import { countParticipants, listLeaderboard, periodAround } from '../db/queries/leaderboard.ts';
import {
  deleteParticipation,
  findParticipation,
  upsertEvents,
  upsertParticipation,
} from '../db/queries/participation.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { refuse } from '../http/errors.ts';
import { body, createRouter, failure, json } from '../http/router.ts';
import { bearer } from '../http/signed-in.ts';

const path = '/api/v1/participation';

/** Taking part in the leaderboard: joining, the acts that count, leaving with every row. */
export function participationRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();
  app.openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'Under which name the member takes part.',
      security: bearer,
      responses: { 200: json(participationPayload, 'Takes part.'), ...failure },
    }),
    async (c) => {
      const participation = await findParticipation(deps.db, c.get('member').id);
      if (participation === null) throw refuse('not_found', 'The member does not take part.');
      return c.json({ display_name: participation.displayName }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path,
      summary: 'Takes part, or changes the name.',
      security: bearer,
      request: { body: body(participationPayload) },
      responses: { 200: json(participationPayload, 'Takes part.'), ...failure },
    }),
    async (c) => {
      const { display_name } = c.req.valid('json');
      await upsertParticipation(deps.db, c.get('member').id, display_name, deps.now());
      return c.json({ display_name }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path,
      summary: 'Leaves; every event goes along.',
      security: bearer,
      responses: { 204: { description: 'Nothing of the participation is left.' }, ...failure },
    }),
    async (c) => {
      await deleteParticipation(deps.db, c.get('member').id);
      return c.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: `${path}/events`,
      summary: 'Acts of a participant. A known id corrects its state.',
      security: bearer,
      request: { body: body(participationEventsRequest) },
      responses: {
        200: json(participationEventsPayload, 'How many were kept: those of the last 40 days.'),
        ...failure,
      },
    }),
    async (c) => {
      const { events } = c.req.valid('json');
      const accepted = await upsertEvents(deps.db, c.get('member').id, events, deps.now());
      if (accepted === null) throw refuse('forbidden', 'The member does not take part.');
      return c.json({ accepted }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/leaderboard',
      summary: 'Everyone who takes part, by points, in this calendar month or quarter (UTC).',
      security: bearer,
      request: { query: z.object({ period: z.enum(leaderboardPeriods).default('month') }) },
      responses: { 200: json(leaderboardPayload, 'The leaderboard.'), ...failure },
    }),
    async (c) => {
      const { period } = c.req.valid('query');
      const { from, to } = periodAround(period, deps.now());
      const rows = await listLeaderboard(deps.db, { memberId: c.get('member').id, from, to, limit: 500 });
      return c.json(
        {
          period,
          from: toInstant(from),
          to: toInstant(to),
          participant_count: await countParticipants(deps.db),
          rows,
        },
        200,
      );
    },
  );
  return app;
}
