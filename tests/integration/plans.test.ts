import { describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import type { Account } from '../../lib/domain/account.ts';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import { RelaisError } from '../../lib/domain/errors.ts';
import { createPlanService, type PlanService } from '../../lib/services/plan-service.ts';
import { readDuePlans, readLaterOffer, readPlanned } from '../../lib/storage/queries/plans.ts';
import { writePreferences } from '../../lib/storage/settings.ts';
import { createTestPlatform, restart, type TestPlatform } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday at ten, where this computer is. */
const monday = new Date(2026, 10, 23, 10).getTime();
const slot = (dayOfMonth: number, hours: number, minutes: number) =>
  new Date(2026, 10, dayOfMonth, hours, minutes).getTime();

const account: Account = {
  id: 'bluesky|camille',
  network: 'bluesky',
  server: 'https://pds.example',
  handle: 'camille.example',
  remoteId: 'did:plc:camille',
  maxCharacters: null,
  connectedAt: 1,
  state: 'active',
};

async function onMonday(overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  const platform = createTestPlatform(overrides);
  platform.clock.now = monday;
  await platform.db.sources.add(aSource());
  await platform.db.items.bulkAdd([
    anItem({ id: 'newsroom|heat', title: 'Recovered heat' }),
    anItem({ id: 'newsroom|lamp', title: 'The solar lamp' }),
    anItem({ id: 'newsroom|jobs', title: 'Six apprentices' }),
  ]);
  await platform.db.accounts.add(account);
  // Signed in, to a server that cannot be reached from here: what is posted stays on its way.
  await platform.db.secrets.add({ connectionId: account.id, token: '{}' });
  const services = createServices(platform);
  return { platform, services, plans: services.plans };
}

type Input = Parameters<PlanService['planShare']>[0];

function aPlan(values: Partial<Input> = {}): Input {
  return {
    planId: 'plan-1',
    itemId: 'newsroom|heat',
    network: 'linkedin',
    text: 'My own words',
    at: monday + 2 * hour,
    mode: 'remind',
    accountId: null,
    ...values,
  };
}

const aPost = (values: Partial<Input> = {}) =>
  aPlan({ network: 'bluesky', mode: 'post', accountId: account.id, ...values });
const states = async ({ db }: TestPlatform) =>
  (await db.plans.toArray()).map(({ id, state, problem }) => [id, state, problem]);

describe('planShare', () => {
  it('keeps the words with their time and asks to be woken then', async () => {
    const { platform, plans } = await onMonday();
    expect(await plans.planShare(aPlan())).toEqual({ planId: 'plan-1', at: monday + 2 * hour });
    expect(await readPlanned(platform.db, platform.clock.now)).toMatchObject([
      { id: 'plan-1', title: 'Recovered heat', text: 'My own words', item: 'offered' },
    ]);
    expect(platform.planWakes.at(-1)).toBe(monday + 2 * hour);
  });

  it('takes the free slots of the queue one after the other, as its person wants it', async () => {
    const { platform, plans } = await onMonday();
    const ats = [];
    for (const [i, id] of ['heat', 'lamp', 'jobs'].entries()) {
      ats.push((await plans.planShare(aPlan({ planId: `p${i}`, itemId: `newsroom|${id}`, at: null }))).at);
    }
    expect(ats).toEqual([slot(23, 13, 45), slot(24, 9, 15), slot(24, 13, 45)]);
    await writePreferences({ ...defaultPreferences, queue: { perDay: 1, fromHour: 12, toHour: 14, days: [5] } });
    expect(await plans.movePlan({ planId: 'p0', at: null })).toEqual({ at: slot(27, 12, 15) });
    expect(platform.planWakes.at(-1)).toBe(slot(24, 9, 15));
  });

  it('gives a plan of the same item and network its new words and time, and leaves the others', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPlan());
    const again = await plans.planShare(aPlan({ planId: 'plan-2', text: 'Better words', at: null }));
    expect(again).toEqual({ planId: 'plan-1', at: slot(23, 13, 45) });
    await plans.planShare(aPlan({ planId: 'plan-3', network: 'x' }));
    expect((await platform.db.plans.toArray()).map(({ id, text }) => [id, text])).toEqual([
      ['plan-1', 'Better words'],
      ['plan-3', 'My own words'],
    ]);
    const offer = await readLaterOffer(platform.db, { itemId: 'newsroom|heat', network: 'linkedin' }, monday);
    expect(offer).toMatchObject({ plan: { id: 'plan-1' }, plannedCount: 2, accounts: [] });
  });

  it.each([
    ['an item that left', { itemId: 'newsroom|gone' }, 'not_found'],
    ['a post by nobody', { mode: 'post', accountId: null }, 'not_signed_in'],
    ['a post where nobody may', { mode: 'post', accountId: account.id }, 'not_signed_in'],
  ] as const)('refuses %s', async (_, values, code) => {
    const { platform, plans } = await onMonday();
    await expect(plans.planShare(aPlan(values))).rejects.toMatchObject({ code });
    expect(await platform.db.plans.count()).toBe(0);
  });
});

describe('a reminder', () => {
  it('comes at its time, once, also when the alarm was lost with the worker', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPlan());
    platform.clock.now += hour;
    await restart(platform).plans.wakeUp();
    expect(platform.reminders).toEqual([]);
    expect(platform.planWakes.at(-1)).toBe(monday + 2 * hour);
    platform.clock.now += hour + minute;
    await Promise.all([restart(platform).plans.wakeUp(), restart(platform).plans.wakeUp()]);
    await restart(platform).plans.wakeUp();
    expect(platform.reminders).toEqual([{ count: 1, title: 'Recovered heat', problem: null }]);
    expect(platform.planWakes.at(-1)).toBeNull();
    expect(await readDuePlans(platform.db, platform.clock.now)).toMatchObject([{ id: 'plan-1', item: 'offered' }]);
  });

  it('opens the composer with its words, and what was being written waits aside', async () => {
    const { platform, services, plans } = await onMonday();
    await plans.planShare(aPlan());
    platform.clock.now += 3 * hour;
    await plans.wakeUp();
    await services.drafts.saveDraft({ itemId: 'newsroom|heat', network: 'linkedin', text: 'Begun since', aside: null });
    await plans.openReminder();
    expect(platform.opened).toEqual([{ kind: 'plan', target: 'newsroom|heat linkedin' }]);
    expect(await platform.db.shareDrafts.toArray()).toMatchObject([{ text: 'My own words', aside: 'Begun since' }]);
    await plans.noteShared({ itemId: 'newsroom|heat', network: 'linkedin' });
    expect(await platform.db.plans.count()).toBe(0);
  });

  it('folds a month of absence into one, and posts nothing of it', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPlan());
    await plans.planShare(aPlan({ planId: 'plan-2', itemId: 'newsroom|lamp', at: monday + day }));
    await plans.planShare(aPost({ planId: 'plan-3', itemId: 'newsroom|jobs', at: monday + 2 * day }));
    platform.clock.now += 31 * day;
    await restart(platform).plans.wakeUp();
    expect(platform.reminders).toMatchObject([{ count: 3 }]);
    expect(await states(platform)).toEqual([
      ['plan-1', 'due', null],
      ['plan-2', 'due', null],
      ['plan-3', 'due', 'late'],
    ]);
    expect(await platform.db.directPosts.count()).toBe(0);
    await plans.openReminder();
    expect(platform.opened).toEqual([{ kind: 'feed', target: '' }]);
  });

  it.each([
    ['no notification is allowed', { canNotify: async () => false }],
    ['the feed is open', { isFeedOpen: async () => true }],
  ])('is a mark on the toolbar while %s', async (_, overrides) => {
    const { platform, services, plans } = await onMonday(overrides);
    const marks: boolean[] = [];
    const { firstScreen } = restart(platform, { showUnreadCount: async (_count, isDue) => void marks.push(isDue) });
    await plans.planShare(aPlan());
    await firstScreen.refresh();
    platform.clock.now += 3 * hour;
    await services.plans.wakeUp();
    await firstScreen.refresh();
    expect(platform.reminders).toEqual([]);
    expect(marks).toEqual([false, true]);
  });

  it('keeps the words of an item that left the feed, and says so', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPlan());
    await platform.db.items.delete('newsroom|heat');
    platform.clock.now += 3 * hour;
    await plans.wakeUp();
    const due = await readDuePlans(platform.db, platform.clock.now);
    expect(due).toMatchObject([{ item: 'left', title: 'Recovered heat', text: 'My own words' }]);
    await expect(plans.openPlan({ planId: 'plan-1' })).rejects.toMatchObject({ code: 'not_found' });
    await plans.openReminder();
    expect(platform.opened).toEqual([{ kind: 'feed', target: '' }]);
  });

  it('waits again when the clock was set back before it was told', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPlan());
    platform.clock.now -= 5 * day;
    await restart(platform).plans.wakeUp();
    expect(await states(platform)).toEqual([['plan-1', 'planned', null]]);
    expect(platform.planWakes.at(-1)).toBe(monday + 2 * hour);
  });

  it('is moved to a free slot, or cancelled and taken back, or forgotten after a day', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPlan());
    platform.clock.now += 3 * hour;
    await plans.wakeUp();
    expect(await plans.movePlan({ planId: 'plan-1', at: null })).toEqual({ at: slot(23, 13, 45) });
    expect(await states(platform)).toEqual([['plan-1', 'planned', null]]);
    await plans.cancelPlan({ planId: 'plan-1', isCancelled: true });
    expect(platform.planWakes.at(-1)).toBeNull();
    platform.clock.now += hour;
    await plans.wakeUp();
    await plans.cancelPlan({ planId: 'plan-1', isCancelled: false });
    expect(await states(platform)).toEqual([['plan-1', 'due', null]]);
    await plans.cancelPlan({ planId: 'plan-1', isCancelled: true });
    platform.clock.now += 25 * hour;
    await plans.wakeUp();
    expect(await platform.db.plans.count()).toBe(0);
  });
});

describe('a post that its person planned', () => {
  it('is written once at its time, whatever happens to the worker', async () => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPost());
    platform.clock.now += 2 * hour;
    await Promise.all([restart(platform).plans.wakeUp(), restart(platform).plans.wakeUp()]);
    await restart(platform).plans.wakeUp();
    expect(await platform.db.plans.count()).toBe(0);
    expect(await platform.db.directPosts.toArray()).toMatchObject([
      { itemId: 'newsroom|heat', text: 'My own words', state: 'queued', accountId: account.id },
    ]);
    expect(platform.reminders).toEqual([]);
  });

  it('is not lost when the worker dies before the post is written, nor doubled when it dies after', async () => {
    const { platform, services, plans } = await onMonday();
    await plans.planShare(aPost());
    platform.clock.now += 2 * hour;
    const dying = (dies: 'before' | 'after') =>
      createPlanService({
        ...platform,
        publishPost: async (input) => {
          if (dies === 'after') await services.directPosts.publishPost(input);
          return new Promise(() => undefined);
        },
        // A lock that a dead worker held is free again.
        withLock: (_, work) => work(),
      });
    for (const dies of ['before', 'after'] as const) {
      void dying(dies).wakeUp();
      await expect.poll(() => platform.db.directPosts.count()).toBe(dies === 'after' ? 1 : 0);
    }
    await expect.poll(() => platform.db.plans.count()).toBe(0);
    await restart(platform).plans.wakeUp();
    expect(await platform.db.directPosts.count()).toBe(1);
  });

  it.each<[string, (platform: TestPlatform) => Promise<unknown>, string]>([
    ['its item left the feed', ({ db }) => db.items.delete('newsroom|heat'), 'left'],
    ['its item ended', ({ db }) => db.items.update('newsroom|heat', { expiresAt: monday + hour }), 'expired'],
    ['the item goes elsewhere only', ({ db }) => db.items.update('newsroom|heat', { networks: ['x'] }), 'not_allowed'],
    [
      'the item is held back',
      ({ db }) => db.items.update('newsroom|heat', { embargoUntil: monday + day }),
      'under_embargo',
    ],
    [
      'a new check blocks it',
      ({ db }) =>
        db.checks.add({
          ...{ id: 'words', level: 'block', help: 'Not these words.', sourceId: 'newsroom', position: 0 },
          rule: { type: 'contains_none', terms: ['own words'] },
        }),
      'check_blocked',
    ],
    ['its account is gone', ({ db }) => db.accounts.delete(account.id), 'not_signed_in'],
    ['its account was signed out', ({ db }) => db.accounts.update(account.id, { state: 'revoked' }), 'not_signed_in'],
  ])('asks, with the reason, when %s', async (_, change, problem) => {
    const { platform, plans } = await onMonday();
    await plans.planShare(aPost());
    await change(platform);
    platform.clock.now += 2 * hour;
    await restart(platform).plans.wakeUp();
    expect(await states(platform)).toEqual([['plan-1', 'due', problem]]);
    expect(await platform.db.directPosts.count()).toBe(0);
    expect(platform.reminders).toEqual([{ count: 1, title: 'Recovered heat', problem }]);
  });

  it('tells when its network refused it for good, and is a post that waits by then', async () => {
    const { platform } = await onMonday();
    const plans = createPlanService({
      ...platform,
      publishPost: async ({ planId = '' }) => {
        await platform.db.plans.delete(planId);
        return { shareId: 'share-1', outcome: 'refused', postUrl: null, failure: 'rejected' };
      },
    });
    await plans.planShare(aPost());
    platform.clock.now += 2 * hour;
    await plans.wakeUp();
    expect(platform.reminders).toEqual([{ count: 1, title: 'Recovered heat', problem: 'rejected' }]);
  });

  it('asks when something unforeseen stands in its way', async () => {
    const { platform } = await onMonday();
    const plans = createPlanService({
      ...platform,
      publishPost: () => Promise.reject(new RelaisError('post_waiting', 'another is on its way')),
    });
    await plans.planShare(aPost());
    platform.clock.now += 2 * hour;
    await plans.wakeUp();
    expect(await states(platform)).toEqual([['plan-1', 'due', 'post_waiting']]);
  });
});

describe('a quieter time', () => {
  it('is offered once, on the day that the hub speaks of, from a crowd on', async () => {
    const { platform, plans } = await onMonday();
    const { db } = platform;
    const offer = async () =>
      (await readLaterOffer(db, { itemId: 'newsroom|heat', network: 'x' }, platform.clock.now)).crowd;
    const crowd = { itemId: 'newsroom|heat', sourceId: 'newsroom', at: monday - hour, hintedAt: null };
    await db.crowds.put({ ...crowd, sharers: 5 });
    expect(await offer()).toBeNull();
    await db.crowds.put({ ...crowd, sharers: 20 });
    expect(await offer()).toEqual({ sharers: 20, at: slot(24, 9, 15) });
    await plans.dismissCrowdHint({ itemId: 'newsroom|heat' });
    expect(await offer()).toBeNull();
    await db.crowds.put({ ...crowd, sharers: 20, at: monday - day });
    expect(await offer()).toBeNull();
  });
});
