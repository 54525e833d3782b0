import type { SpotRequest } from '../../../lib/contract/group.ts';
import { deleteOwnSpot, findKey, findOwnSpot, insertSpot, isVisiblyOthers, type SpotRow } from '../db/queries/spots.ts';
import type { HubDeps } from '../http/context.ts';
import { refuse } from '../http/errors.ts';
import { hashSecret, isSameHash } from '../secrets.ts';

/**
 * Writes a spot exactly once. The idempotency key is the row's primary key, so of any number of
 * sends, at once or a week apart, one inserts and the others find what it wrote.
 * @throws {RelaisError} `rejected` when the key belongs to another request, `gone` when its spot was deleted.
 */
export async function postSpot(
  { db, now }: HubDeps,
  { id, groupId, memberId, request }: { id: string; groupId: string; memberId: string; request: SpotRequest },
): Promise<{ spot: SpotRow; isNew: boolean }> {
  for (const address of [request.url, request.image_url]) {
    if (address !== null && !/^https?:$/.test(new URL(address).protocol)) {
      throw refuse('rejected', 'url: only http and https addresses are spotted');
    }
  }
  // The parsed body has its keys in the schema's order, whatever order they came in.
  const requestHash = hashSecret(JSON.stringify([groupId, request]));
  const isNew = await insertSpot(db, { id, groupId, memberId, requestHash, request, now: now() });
  const known = await findKey(db, id, memberId);
  if (known === null) throw refuse('rejected', 'Idempotency-Key: taken by another request');
  if (known.isDeleted) throw refuse('gone', 'This spot was deleted.');
  if (known.requestHash === null || !isSameHash(known.requestHash, requestHash)) {
    throw refuse('rejected', 'Idempotency-Key: taken by another request');
  }
  const spot = await findOwnSpot(db, id, memberId);
  if (spot === null) throw refuse('gone', 'This spot was deleted.');
  return { spot, isNew };
}

/** Deletes an own spot; one that is gone, or that this member may not know of, is no error. */
export async function deleteSpot({ db, now }: HubDeps, id: string, memberId: string): Promise<void> {
  if (await isVisiblyOthers(db, id, memberId)) throw refuse('forbidden', 'Only its author deletes a spot.');
  await deleteOwnSpot(db, id, memberId, now());
}
