import { isSameHash } from '../../secrets.ts';
import type { Queryable } from '../database.ts';

export type Role = 'member' | 'curator' | 'admin';

/** Who sent a request, and from which of their browsers. */
export type SignedIn = { id: string; displayName: string; role: Role; deviceId: string };

export async function findSignedIn(db: Queryable, tokenHash: string): Promise<SignedIn | null> {
  const rows = await db.query<{ id: string; display_name: string; role: Role; device_id: string; token_hash: string }>(
    `SELECT m.id, m.display_name, m.role, d.id AS device_id, d.token_hash
       FROM devices d JOIN members m ON m.id = d.member_id
      WHERE d.token_hash = $1`,
    [tokenHash],
  );
  const row = rows[0];
  if (row === undefined || !isSameHash(row.token_hash, tokenHash)) return null;
  return { id: row.id, displayName: row.display_name, role: row.role, deviceId: row.device_id };
}

/** Revokes one browser's token. The member, and what they wrote, stay. */
export async function deleteDevice(db: Queryable, member: SignedIn): Promise<void> {
  await db.query('DELETE FROM devices WHERE id = $1 AND member_id = $2', [member.deviceId, member.id]);
}
