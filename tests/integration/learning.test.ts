import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../entrypoints/background/handlers.ts';
import { createServices } from '../../entrypoints/background/services.ts';
import type { Handlers } from '../../lib/messaging/handle.ts';
import { readFirstWeekDismissal, readPreferences } from '../../lib/storage/settings.ts';
import { createTestPlatform, type TestPlatform } from '../helpers/platform.ts';
import { aGuideline } from '../helpers/rows.ts';

const question = { text: 'Which?', choices: ['This', 'That'], answer: 1, why: 'Because.' };
const card = aGuideline({ id: 'words', kind: 'card', version: '1', body: 'Your own words.', question });
const read = { guidelineId: 'words', version: '1' };

let platform: TestPlatform;
let handlers: Handlers;

beforeEach(async () => {
  platform = createTestPlatform();
  const refused = async () => ({ draftId: '' });
  handlers = createHandlers(
    createServices(platform),
    { spotActiveTab: refused, spotItem: refused, openComposer: async () => {} },
    'boot',
  );
  await platform.db.guidelines.add(card);
});

describe('noteGuidelineRead', () => {
  it('keeps when a card was first read, and the text that was', async () => {
    const { db, clock } = platform;
    const readAt = clock.now;
    await handlers.noteGuidelineRead(read);
    clock.now += 1000;
    await handlers.noteGuidelineRead(read);
    expect(await db.learning.toArray()).toEqual([{ ...read, readAt, answeredAt: null, wasRight: false }]);
    expect(await db.guidelineVersions.get(['words', '1'])).toMatchObject({ body: 'Your own words.', storedAt: readAt });
  });

  it('starts again with a new version, and keeps the former text beside it', async () => {
    const { db } = platform;
    await handlers.answerQuestion({ ...read, choice: 1 });
    await db.guidelines.update('words', { version: '2', body: 'Your very own words.' });
    await handlers.noteGuidelineRead({ ...read, version: '2' });
    expect(await db.learning.get('words')).toMatchObject({ version: '2', answeredAt: null, wasRight: false });
    expect((await db.guidelineVersions.toArray()).map(({ body }) => body)).toEqual([
      'Your own words.',
      'Your very own words.',
    ]);
  });

  it('takes no reading of a version that is no longer the one shown', async () => {
    await expect(handlers.noteGuidelineRead({ ...read, version: '0' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await platform.db.learning.count()).toBe(0);
  });
});

describe('answerQuestion', () => {
  it('says whether it was right, as often as it is tried, and counts as read', async () => {
    const { db, clock } = platform;
    const readAt = clock.now;
    await handlers.answerQuestion({ ...read, choice: 0 });
    expect(await db.learning.get('words')).toEqual({ ...read, readAt, answeredAt: readAt, wasRight: false });
    clock.now += 1000;
    await handlers.answerQuestion({ ...read, choice: 1 });
    expect(await db.learning.get('words')).toEqual({ ...read, readAt, answeredAt: readAt + 1000, wasRight: true });
  });

  it('refuses an answer to a card that asks nothing', async () => {
    await platform.db.guidelines.update('words', { question: null });
    await expect(handlers.answerQuestion({ ...read, choice: 0 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('dismissFirstWeek', () => {
  it('is remembered until everything is erased', async () => {
    await handlers.dismissFirstWeek({});
    expect(await readFirstWeekDismissal()).toBe(platform.clock.now);
    await handlers.eraseData({});
    expect(await readFirstWeekDismissal()).toBeUndefined();
  });
});

describe('setPreferences', () => {
  it('changes what it names, whatever another page set in the meantime', async () => {
    await handlers.setPreferences({ role: 'hr' });
    await handlers.setPreferences({ theme: 'dark' });
    await handlers.setPreferences({ country: 'FR' });
    expect(await readPreferences()).toMatchObject({ role: 'hr', theme: 'dark', country: 'FR', badge: true });
    await handlers.setPreferences({ role: null });
    expect(await readPreferences()).toMatchObject({ role: null, theme: 'dark' });
  });
});
