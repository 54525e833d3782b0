import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { z } from 'zod';
import { errorPayload } from '../../../lib/contract/error.ts';
import type { SpotRequest } from '../../../lib/contract/group.ts';
import { redeemInvitationPayload } from '../../../lib/contract/hub.ts';
import type { ErrorCode } from '../../../lib/domain/errors.ts';
import { createApp } from '../app.ts';
import type { Database, Queryable } from '../db/database.ts';
import { insertInvitation } from '../db/queries/invitations.ts';
import type { LogEntry } from '../log.ts';
import { aDay } from './databases.ts';

export const publicUrl = 'https://hub.example';

export type Caller = {
  id: string;
  token: string;
  request: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
};

export type TestHub = {
  app: ReturnType<typeof createApp>;
  db: Database;
  clock: { now: number };
  log: LogEntry[];
  request: Caller['request'];
  /** A new member, through an invitation as in life. */
  join: (displayName?: string) => Promise<Caller>;
};

/** The app over `db`, with a clock that stands still. `setUpCompany` gives it something to serve. */
export function aHub(db: Database, clock = { now: aDay }): TestHub {
  const log: LogEntry[] = [];
  const app = createApp({
    db,
    config: { publicUrl },
    now: () => clock.now,
    contentNow: async () => clock.now,
    log: (entry) => log.push(entry),
  });
  const requestAs =
    (token: string | null): Caller['request'] =>
    async (method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: {
          ...(token !== null && { Authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
  return {
    app,
    db,
    clock,
    log,
    request: requestAs(null),
    async join(displayName = 'Camille Renard') {
      const secret = await insertInvitation(db, clock.now);
      const response = await requestAs(null)('POST', '/api/v1/invitations/redeem', {
        secret,
        display_name: displayName,
        device_name: 'Firefox',
      });
      const { token, member } = await answered(response, 200, redeemInvitationPayload);
      return { id: member.id, token, request: requestAs(token) };
    },
  };
}

/** A small company: one group of each kind, and the three items that figures are counted on. */
export async function setUpCompany(db: Database): Promise<void> {
  const at = new Date(aDay - 30 * 86_400_000);
  await db.query(
    "INSERT INTO hub_settings (company_name, languages, is_sample, created_at) VALUES ('Acme', '{fr,en}', false, $1)",
    [at],
  );
  for (const visibility of ['open', 'request', 'private']) {
    await db.query('INSERT INTO groups (id, visibility, position, created_at) VALUES ($1, $1, 0, $2)', [
      visibility,
      at,
    ]);
    await db.query(
      "INSERT INTO group_translations (group_id, language, name, description) VALUES ($1, 'fr', $2, 'Un groupe'), ($1, 'en', $3, 'A group')",
      [visibility, `Groupe ${visibility}`, `Group ${visibility}`],
    );
  }
  for (const [index, id] of ['first', 'second', 'third'].entries()) {
    await insertItem(db, { id, publishedAt: new Date(at.getTime() + index * 3_600_000) });
  }
}

export async function insertItem(
  db: Queryable,
  { id, publishedAt = new Date(aDay - 86_400_000) }: { id: string; publishedAt?: Date },
): Promise<void> {
  await db.query("INSERT INTO items (id, kind, published_at, updated_at) VALUES ($1, 'article', $2, $2)", [
    id,
    publishedAt,
  ]);
  await db.query(
    `INSERT INTO item_translations (item_id, language, url, title, summary, content_text, tags)
     VALUES ($1, 'en', $2, $3, 'A summary', 'One paragraph.', '{}')`,
    [id, `https://acme.example/${id}`, `The ${id} item`],
  );
}

export async function addToGroup(db: Database, groupId: string, memberId: string): Promise<void> {
  await db.query('INSERT INTO group_members (group_id, member_id, joined_at) VALUES ($1, $2, $3)', [
    groupId,
    memberId,
    new Date(aDay),
  ]);
}

export function aSpot(changes: Partial<SpotRequest> = {}): SpotRequest {
  return {
    url: 'https://example.org/page',
    title: 'A page',
    description: 'What it says of itself',
    image_url: null,
    site_name: 'Example',
    author: null,
    language: 'en',
    quote: null,
    comment: 'Worth a read.',
    tags: ['light'],
    ...changes,
  };
}

export function postSpot(
  caller: Caller,
  groupId: string,
  spot: unknown = aSpot(),
  key: string = randomUUID(),
): Promise<Response> {
  return caller.request('POST', `/api/v1/groups/${groupId}/spots`, spot, { 'Idempotency-Key': key });
}

/** Checks the status, then the body against its contract, strictly: a field that no reader expects is a leak. */
export async function answered<Schema extends z.ZodType>(
  response: Response,
  status: number,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  const body: unknown = JSON.parse(text);
  const parsed = schema.parse(body);
  expect(body).toEqual(parsed);
  return parsed;
}

export async function refused(response: Response, status: number, code: ErrorCode): Promise<void> {
  const { error } = await answered(response, status, errorPayload);
  expect(error.code).toBe(code);
}

export async function countRows(db: Database, table: string): Promise<number> {
  const rows = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? -1;
}
