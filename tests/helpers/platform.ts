import { createServices, type Platform, type Services } from '../../entrypoints/background/services.ts';
import type { DigestContent } from '../../lib/services/digest-service.ts';
import type { Reminder } from '../../lib/services/plan-service.ts';
import { RelaisDb } from '../../lib/storage/db.ts';

export type TestPlatform = Platform & {
  /** What was opened, in order. */
  opened: { kind: 'composer' | 'handover' | 'tab' | 'ask' | 'spot' | 'plan' | 'feed'; target: string }[];
  /** Digests that were shown. */
  digests: DigestContent[];
  /** Times a wake was asked for. */
  wakes: number[];
  /** When the next source has its turn, as the poller said. */
  polls: number[];
  /** When the shelves asked to be woken, null for never. */
  shelfWakes: (number | null)[];
  /** When the plans asked to be woken, null for never. */
  planWakes: (number | null)[];
  /** Reminders that were shown. */
  reminders: Reminder[];
  badge: number[];
  reported: unknown[];
  clock: { now: number };
};

let databaseCount = 0;

/** A browser for the services: a real database of its own, a clock that is moved by hand, windows that are noted. */
export function createTestPlatform(overrides: Partial<Platform> = {}): TestPlatform {
  const clock = { now: Date.UTC(2026, 10, 22, 12) };
  const opened: TestPlatform['opened'] = [];
  const digests: DigestContent[] = [];
  const wakes: number[] = [];
  const polls: number[] = [];
  const shelfWakes: (number | null)[] = [];
  const planWakes: (number | null)[] = [];
  const reminders: Reminder[] = [];
  const badge: number[] = [];
  const reported: unknown[] = [];
  databaseCount += 1;
  return {
    db: new RelaisDb(`relais-test-${databaseCount}`),
    fetch: () => Promise.reject(new TypeError('this test has no network')),
    now: () => clock.now,
    random: () => 0.5,
    newId: () => crypto.randomUUID(),
    language: 'en',
    deviceName: 'Firefox',
    isOnline: () => true,
    withLock: (name, work) => navigator.locks.request(name, work),
    scheduleDrain: async (at) => {
      wakes.push(at);
    },
    schedulePoll: async (at) => {
      polls.push(at);
    },
    scheduleShelves: async (at) => {
      shelfWakes.push(at);
    },
    schedulePlans: async (at) => {
      planWakes.push(at);
    },
    hasHostAccess: async () => false,
    forgetPermissions: async () => {},
    canNotify: async () => true,
    isFeedOpen: async () => false,
    showReminder: async (reminder) => {
      reminders.push(reminder);
    },
    openPlanComposer: async (itemId, network) => {
      opened.push({ kind: 'plan', target: `${itemId} ${network}` });
    },
    openFeed: async () => {
      opened.push({ kind: 'feed', target: '' });
    },
    showDigest: async (content) => {
      digests.push(content);
    },
    openComposerWindow: async (url) => opened.push({ kind: 'composer', target: url }),
    openHandoverWindow: async (shareId) => opened.push({ kind: 'handover', target: shareId }),
    openTab: async (url) => opened.push({ kind: 'tab', target: url }),
    openAskWindow: async (shareId) => {
      opened.push({ kind: 'ask', target: shareId });
    },
    openSpotWindow: async (draftId) => {
      opened.push({ kind: 'spot', target: draftId });
    },
    showUnreadCount: async (count) => {
      badge.push(count);
    },
    fitPicture: async (bytes) => new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wait: async () => {},
    shrinkPicture: async () => new Blob(['picture'], { type: 'image/webp' }),
    report: (error) => reported.push(error),
    opened,
    digests,
    wakes,
    polls,
    shelfWakes,
    planWakes,
    reminders,
    badge,
    reported,
    clock,
    ...overrides,
  };
}

/** What a background that died and started again has: the same database, nothing else. */
export function restart(platform: TestPlatform, overrides: Partial<Platform> = {}): Services {
  return createServices({ ...platform, ...overrides });
}
