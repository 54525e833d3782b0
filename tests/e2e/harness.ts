import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { insertInvitation } from '../../hub/src/db/queries/invitations.ts';
import { startHub } from '../../hub/src/start.ts';
import type { GroupPayload, SpotPayload } from '../../lib/contract/group.ts';
import type { LeaderboardPayload } from '../../lib/contract/participation.ts';
import { extensionDir } from '../../scripts/build-extension.ts';
import { command } from '../../scripts/drive/extension-state.ts';
import { launchSession } from '../../scripts/drive/launch.ts';
import { magazineHost, magazineScene } from '../../scripts/drive/magazine.ts';
import { type BrowserKind, browserKinds, captureWindows, type Session } from '../../scripts/drive/session.ts';
import { openStage, type Stage, type StageRequest } from '../../scripts/drive/stage.ts';
import type { Surface } from '../../scripts/drive/surface.ts';
import { type Locale, type Words, wordsOf } from '../../scripts/drive/words.ts';
import { findBrowser } from '../../scripts/system.ts';
import { e2eOutDir } from './global-setup.ts';

/** One browser, one hub with the sample company, one stage between them: a test file's own. */
export type World = Words & {
  kind: BrowserKind;
  session: Session;
  stage: Stage;
  hubUrl: string;
  /** A link that nobody used yet. */
  invite: () => Promise<string>;
  /** Connects without the welcome page, for tests about something else; gives a page of the extension. */
  connect: (displayName?: string) => Promise<Surface>;
  /** What colleagues see in a group, newest first, through the hub's own interface. */
  stream: (groupName: string) => Promise<SpotPayload[]>;
  groupNames: () => Promise<string[]>;
  /** Who is on the hub's own leaderboard of the month. */
  leaderboardNames: () => Promise<string[]>;
  /** What was asked of the network, without the browser's own errands. */
  requests: () => StageRequest[];
};

/** Chromium asks these by itself, switched off or not; the stage refuses them all. */
const browserErrands = /(^|\.)(google|googleapis|gstatic|gvt1|chromium|mozilla|firefox|microsoft)\.(com|org|net)$/;

async function openColleague(hubUrl: string, invitationSecret: string, locale: Locale) {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': locale };
  const call = async (path: string, body?: object) => {
    const answer = await fetch(`${hubUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { token } = (await call('/api/v1/invitations/redeem', {
    secret: invitationSecret,
    display_name: 'Colleague',
    device_name: 'Test',
  })) as { token: string };
  headers.authorization = `Bearer ${token}`;
  const groups = async () => ((await call(`/api/v1/groups?lang=${locale}`)) as { groups: GroupPayload[] }).groups;
  return {
    groups,
    leaderboardNames: async () =>
      ((await call('/api/v1/leaderboard?period=month')) as LeaderboardPayload).rows.map((row) => row.display_name),
    stream: async (name: string) => {
      const group = (await groups()).find((candidate) => candidate.name === name);
      if (group === undefined) throw new Error(`no group ${name}`);
      return ((await call(`/api/v1/groups/${encodeURIComponent(group.id)}/spots`)) as { spots: SpotPayload[] }).spots;
    },
  };
}

async function openWorld(kind: BrowserKind, locale: Locale) {
  const executablePath = findBrowser(kind)?.path;
  if (executablePath === undefined) throw new Error(`${kind} is not installed`);
  const dataFolder = mkdtempSync(join(tmpdir(), 'relais-e2e-'));
  const closers: (() => Promise<unknown> | unknown)[] = [() => rmSync(dataFolder, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    const hub = await startHub({
      config: { host: '127.0.0.1', port: 0, dataFolder, databaseUrl: null, publicUrl: null },
      log: () => undefined,
    });
    closers.push(hub.close);
    const stage = await openStage();
    closers.push(stage.close);
    stage.play(magazineHost, magazineScene);
    const target = kind === 'firefox' ? 'firefox' : 'chrome';
    const session = await launchSession(kind, {
      executablePath,
      extensionDir: extensionDir(e2eOutDir, target),
      stage,
      locale,
    });
    closers.push(session.close);
    // It opens by itself, and would take the focus from a popup that a test opened meanwhile.
    await session.waitForWindow('the welcome page', (url) => url === `${session.baseUrl}welcome.html`);
    const newSecret = () => insertInvitation(hub.db, Date.now());
    const invite = async () => `${hub.url}/join#${await newSecret()}`;
    const colleague = await openColleague(hub.url, await newSecret(), locale);
    const hubHost = new URL(hub.url).host;
    const world: World = {
      ...wordsOf(locale),
      kind,
      session,
      stage,
      hubUrl: hub.url,
      invite,
      connect: async (displayName = 'Camille R.') => {
        const page = await session.openPage('options.html');
        await command(page, 'connectHub', { invitationUrl: await invite(), displayName });
        return page;
      },
      stream: colleague.stream,
      leaderboardNames: colleague.leaderboardNames,
      groupNames: async () => (await colleague.groups()).map(({ name }) => name),
      requests: () =>
        stage.requests.filter(({ host, outcome }) => {
          const hostname = host.replace(/:\d+$/, '');
          return host !== hubHost && !(outcome === 'refused' && browserErrands.test(hostname));
        }),
    };
    return { world, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const missing = (process.env.RELAIS_E2E_MISSING ?? '').split(',');

function canRun(kind: BrowserKind, locale: Locale): boolean {
  if (locale === 'fr' && kind === 'chromium' && missing.includes('chromium-french')) return false;
  return findBrowser(kind) !== undefined && !missing.includes(kind);
}

/**
 * The same tests in each browser, each with a world of its own. A failed test leaves pictures of
 * every window in a temporary folder, which it names.
 */
export function inEachBrowser(title: string, body: (world: () => World) => void, locale: Locale = 'en'): void {
  for (const kind of browserKinds) {
    describe.skipIf(!canRun(kind, locale))(`${title} in ${kind}${locale === 'fr' ? ', in French' : ''}`, () => {
      let opened: Awaited<ReturnType<typeof openWorld>> | undefined;
      beforeAll(async () => {
        opened = await openWorld(kind, locale);
      });
      afterEach(async ({ task }) => {
        if (task.result?.state !== 'fail' || opened === undefined) return;
        const folder = mkdtempSync(join(tmpdir(), 'relais-e2e-failed-'));
        await captureWindows(opened.world.session, folder);
        console.log(`${task.name}: ${(await opened.world.session.windowUrls()).join(' ')}\npictures: ${folder}`);
      });
      afterAll(() => opened?.close());
      body(() => {
        if (opened === undefined) throw new Error('the world did not open');
        return opened.world;
      });
    });
  }
}
