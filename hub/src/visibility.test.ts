import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { groupsPayload, streamPayload } from '../../lib/contract/group.ts';
import { participationPayload } from '../../lib/contract/participation.ts';
import {
  addToGroup,
  aHub,
  answered,
  aSpot,
  type Caller,
  postSpot,
  setUpCompany,
  type TestHub,
} from './testing/a-hub.ts';
import { aDay, describeEachDatabase } from './testing/databases.ts';

const memberCount = 3;
const groupIds = ['open', 'request', 'private', 'secret'] as const;

/** Any world: who belongs to which group, who tries to spot where, and who takes part. */
const worlds = fc.record({
  memberships: fc.uniqueArray(fc.tuple(fc.nat(memberCount - 1), fc.constantFrom(...groupIds)), {
    selector: ([member, group]) => `${member} ${group}`,
    maxLength: 8,
  }),
  spots: fc.array(fc.tuple(fc.nat(memberCount - 1), fc.constantFrom(...groupIds)), { maxLength: 10 }),
  participants: fc.uniqueArray(fc.nat(memberCount - 1)),
});

describeEachDatabase('what members see', (db) => {
  let hub: TestHub;
  let members: Caller[];
  beforeEach(async () => {
    await setUpCompany(db());
    await db().query("INSERT INTO groups VALUES ('secret', 'private', 1, $1)", [new Date(aDay)]);
    await db().query("INSERT INTO group_translations VALUES ('secret', 'fr', 'Secret', '')");
    hub = aHub(db());
    members = [];
    for (let index = 0; index < memberCount; index++) members.push(await hub.join(`Member ${index}`));
  });

  it('is never another’s private group, its spots or their participation', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ({ memberships, spots, participants }) => {
        hub.clock.now += 60_000;
        for (const table of ['spots', 'group_members', 'participations']) await db().query(`DELETE FROM ${table}`);
        const belongs = (index: number, group: string) => memberships.some(([m, g]) => m === index && g === group);
        for (const [index, group] of memberships) await addToGroup(db(), group, members[index]?.id ?? '');
        const written = new Map<string, string[]>(groupIds.map((id) => [id, []]));
        for (const [index, group] of spots) {
          const answer = await postSpot(members[index] as Caller, group, aSpot());
          const mayEnter = group === 'open' || belongs(index, group);
          expect(answer.status).toBe(mayEnter ? 201 : group === 'request' ? 403 : 404);
          if (mayEnter) written.get(group)?.push(((await answer.json()) as { id: string }).id);
        }
        for (const index of participants) {
          await members[index]?.request('PUT', '/api/v1/participation', { display_name: `Alias ${index}` });
        }
        for (const [index, member] of members.entries()) {
          const list = await answered(await member.request('GET', '/api/v1/groups'), 200, groupsPayload);
          const known = groupIds.filter((id) => id === 'open' || id === 'request' || belongs(index, id));
          expect(list.groups.map((group) => group.id).sort()).toEqual([...known].sort());
          for (const id of groupIds) {
            const answer = await member.request('GET', `/api/v1/groups/${id}/spots`);
            if (id === 'open' || belongs(index, id)) {
              const stream = await answered(answer, 200, streamPayload);
              expect(stream.spots.map((spot) => spot.id).sort()).toEqual(written.get(id)?.sort());
            } else {
              expect(answer.status).toBe(id === 'request' ? 403 : 404);
            }
          }
          const participation = await member.request('GET', '/api/v1/participation');
          if (participants.includes(index)) {
            const { display_name } = await answered(participation, 200, participationPayload);
            expect(display_name).toBe(`Alias ${index}`);
          } else {
            expect(participation.status).toBe(404);
          }
        }
        const wall = await (await hub.request('GET', '/wall')).text();
        expect(wall.match(/class="card"/g)?.length ?? 0).toBe(written.get('open')?.length);
      }),
      { numRuns: 12 },
    );
  });
});
