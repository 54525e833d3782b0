import { randomBytes, randomUUID } from 'node:crypto';
import { createInvitationSecret, createToken, disguise, hashSecret } from '../../secrets.ts';
import type { Database, Queryable } from '../database.ts';
import type { Role } from './devices.ts';

export const invitationLifeMs = 72 * 3_600_000;

type Refusal = 'invitation_invalid' | 'invitation_expired' | 'invitation_used';

/**
 * Writes a single-use invitation and answers its secret, which is stored nowhere. Who joins the
 * sample company by it also joins its private groups, to have one to look at.
 */
export async function insertInvitation(db: Database, now: number): Promise<string> {
  const secret = createInvitationSecret();
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await tx.query('INSERT INTO invitations (id, secret_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)', [
      id,
      hashSecret(secret),
      new Date(now),
      new Date(now + invitationLifeMs),
    ]);
    await tx.query(
      `INSERT INTO invitation_groups (invitation_id, group_id)
       SELECT $1::uuid, g.id FROM groups g CROSS JOIN hub_settings s WHERE s.is_sample AND g.visibility = 'private'`,
      [id],
    );
  });
  return secret;
}

export type InvitationState = { expiresAt: number } | { refusal: Refusal };

export async function findInvitation(db: Queryable, secret: string, now: number): Promise<InvitationState> {
  const rows = await db.query<{ expires_at: Date; redeemed_at: Date | null }>(
    'SELECT expires_at, redeemed_at FROM invitations WHERE secret_hash = $1',
    [hashSecret(secret)],
  );
  const row = rows[0];
  if (row === undefined) return { refusal: 'invitation_invalid' };
  if (row.redeemed_at !== null) return { refusal: 'invitation_used' };
  if (row.expires_at.getTime() <= now) return { refusal: 'invitation_expired' };
  return { expiresAt: row.expires_at.getTime() };
}

export type Redeemed = { token: string; member: { id: string; displayName: string; role: Role } };

/** Turns an invitation into a member with one device. Of several at once, the first to mark the row wins. */
export async function redeemInvitation(
  db: Database,
  request: { secret: string; displayName: string; deviceName: string },
  now: number,
): Promise<Redeemed | { refusal: Refusal }> {
  return db.transaction(async (tx) => {
    const at = new Date(now);
    const marked = await tx.query<{ id: string }>(
      `UPDATE invitations SET redeemed_at = $2
        WHERE secret_hash = $1 AND redeemed_at IS NULL AND expires_at > $2
        RETURNING id`,
      [hashSecret(request.secret), at],
    );
    const invitation = marked[0];
    if (invitation === undefined) {
      const state = await findInvitation(tx, request.secret, now);
      return 'refusal' in state ? state : { refusal: 'invitation_invalid' as const };
    }
    const member = { id: randomUUID(), displayName: request.displayName, role: 'member' as const };
    const token = createToken();
    await tx.query('INSERT INTO members (id, display_name, role, created_at) VALUES ($1, $2, $3, $4)', [
      member.id,
      member.displayName,
      member.role,
      at,
    ]);
    await tx.query('UPDATE invitations SET member_id = $2 WHERE id = $1', [invitation.id, member.id]);
    await tx.query(
      `INSERT INTO group_members (group_id, member_id, joined_at)
       SELECT group_id, $2::uuid, $3::timestamptz FROM invitation_groups WHERE invitation_id = $1`,
      [invitation.id, member.id, at],
    );
    await tx.query('INSERT INTO devices (id, member_id, name, token_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [
      randomUUID(),
      member.id,
      request.deviceName,
      hashSecret(token),
      at,
    ]);
    return { token, member };
  });
}

const attemptWindowMs = 60_000;

/**
 * Counts an attempt on an invitation and answers how many this caller made in the current minute, on
 * whichever hub process. The address is kept as a keyed hash, and no longer than its minute.
 */
export async function countAttempt(
  db: Queryable,
  address: string,
  now: number,
): Promise<{ count: number; retryAfterMs: number }> {
  await db.query('INSERT INTO attempt_key (key) VALUES ($1) ON CONFLICT DO NOTHING', [
    randomBytes(32).toString('base64url'),
  ]);
  const keys = await db.query<{ key: string }>('SELECT key FROM attempt_key');
  const startedAt = now - (now % attemptWindowMs);
  await db.query('DELETE FROM attempts WHERE window_start < $1', [new Date(startedAt)]);
  const rows = await db.query<{ count: number }>(
    `INSERT INTO attempts (caller, window_start, count) VALUES ($1, $2, 1)
     ON CONFLICT (caller, window_start) DO UPDATE SET count = attempts.count + 1
     RETURNING count`,
    [disguise(address, keys[0]?.key ?? ''), new Date(startedAt)],
  );
  return { count: rows[0]?.count ?? 0, retryAfterMs: startedAt + attemptWindowMs - now };
}
