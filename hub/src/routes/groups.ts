import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { groupsPayload, spotPayload, spotRequest, streamPayload } from '../../../lib/contract/group.ts';
import { findGroup, type GroupRow, listGroups, mayEnter } from '../db/queries/groups.ts';
import { listSpots } from '../db/queries/spots.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { refuse } from '../http/errors.ts';
import { chooseLanguage } from '../http/language.ts';
import { body, createRouter, failure, json, languageQuery } from '../http/router.ts';
import { bearer } from '../http/signed-in.ts';
import { deleteSpot, postSpot } from './post-spot.ts';
import { formatCursor, parseCursor, toSpotPayload } from './spot-payload.ts';

const pageSize = 30;
const groupParams = z.object({ id: z.string().max(100) });

/** Groups, their streams, and spotting into them. */
export function groupRoutes(deps: HubDeps): OpenAPIHono<HubEnv> {
  const app = createRouter();

  /** The group, for someone who may enter it. Of others' private groups nothing is told. */
  async function enter(id: string, memberId: string): Promise<GroupRow> {
    const group = await findGroup(deps.db, id, memberId, 'fr');
    if (group === null) throw refuse('not_found', 'There is no such group.');
    if (!mayEnter(group)) throw refuse('forbidden', 'Only members of this group read it and post into it.');
    return group;
  }

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/groups',
      summary: 'Groups that the member may know of.',
      security: bearer,
      request: { query: languageQuery },
      responses: { 200: json(groupsPayload, 'Open groups, groups on request, and own private ones.'), ...failure },
    }),
    async (c) => {
      const language = chooseLanguage(c.req.valid('query').lang, c.req.header('Accept-Language'));
      const groups = await listGroups(deps.db, c.get('member').id, language);
      return c.json(
        {
          groups: groups.map(({ id, name, description, visibility, member_count }) => ({
            id,
            name,
            description,
            visibility,
            member_count,
            url: visibility === 'open' ? `${deps.config.publicUrl}/groups/${id}` : null,
          })),
        },
        200,
      );
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/groups/{id}/spots',
      summary: 'The stream of a group, newest first.',
      security: bearer,
      request: { params: groupParams, query: z.object({ before: z.string().max(100).optional() }) },
      responses: { 200: json(streamPayload, 'A page of spots, and the cursor of the next.'), ...failure },
    }),
    async (c) => {
      const member = c.get('member');
      const { before: asked } = c.req.valid('query');
      const before = asked === undefined ? null : parseCursor(asked);
      if (asked !== undefined && before === null) throw refuse('rejected', 'before: not a cursor of this hub');
      const group = await enter(c.req.valid('param').id, member.id);
      const rows = await listSpots(deps.db, { groupId: group.id, memberId: member.id, before, limit: pageSize + 1 });
      const page = rows.slice(0, pageSize);
      const last = page.at(-1);
      const next = rows.length > pageSize && last !== undefined ? formatCursor(last) : null;
      return c.json({ spots: page.map((row) => toSpotPayload(row, member.id)), next }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/groups/{id}/spots',
      summary: 'Spots a page into a group, once for each idempotency key.',
      security: bearer,
      request: {
        params: groupParams,
        headers: z.object({ 'idempotency-key': z.uuid() }),
        body: body(spotRequest),
      },
      responses: {
        200: json(spotPayload, 'It was spotted before, by the same request.'),
        201: json(spotPayload, 'Spotted.'),
        ...failure,
      },
    }),
    async (c) => {
      const member = c.get('member');
      const group = await enter(c.req.valid('param').id, member.id);
      const { spot, isNew } = await postSpot(deps, {
        id: c.req.valid('header')['idempotency-key'].toLowerCase(),
        groupId: group.id,
        memberId: member.id,
        request: c.req.valid('json'),
      });
      return c.json(toSpotPayload(spot, member.id), isNew ? 201 : 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/api/v1/spots/{id}',
      summary: 'Removes an own spot.',
      security: bearer,
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 204: { description: 'It is gone, or was.' }, ...failure },
    }),
    async (c) => {
      await deleteSpot(deps, c.req.valid('param').id, c.get('member').id);
      return c.body(null, 204);
    },
  );
  return app;
}
