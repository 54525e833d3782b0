import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserKind } from './drive/session.ts';

/** What the repository's commands need of the machine beyond npm packages. */
export type SystemPart = 'chromium' | 'chromium-french' | 'firefox' | 'postgresql';

export type InstalledBrowser = { kind: BrowserKind; name: string; path: string };

const isExecutable = (path: string) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

type Candidate = { kind: BrowserKind; name: string; commands: string[]; mac: string[]; windows: string[] };

/** In the order in which `npm start` prefers them. */
const candidates: Candidate[] = [
  {
    kind: 'chromium',
    name: 'Chrome',
    commands: ['google-chrome', 'google-chrome-stable'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  {
    kind: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  {
    kind: 'chromium',
    name: 'Edge',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  {
    kind: 'firefox',
    name: 'Firefox',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
];

function pathsOf({ commands, mac, windows }: Candidate): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) => mac.map((file) => join(folder, file)));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder === undefined ? [] : windows.map((file) => join(folder, file))));
  }
  return commands.flatMap((command) => onPath(command) ?? []);
}

/** Ubuntu's `chromium-browser` and `firefox` may be stubs that only tell people to install a snap. */
function isSnapStub(path: string): boolean {
  try {
    const start = readFileSync(realpathSync(path)).subarray(0, 4000).toString('latin1');
    return start.startsWith('#!') && start.includes('snap install');
  } catch {
    return false;
  }
}

/**
 * Every browser that can be driven, preferred first. `RELAIS_BROWSER`, a path, is used alone for its kind.
 */
export function findBrowsers(): InstalledBrowser[] {
  const chosen = process.env.RELAIS_BROWSER;
  const found = candidates.flatMap((candidate) => {
    const path = pathsOf(candidate).find((file) => isExecutable(file) && !isSnapStub(file));
    return path === undefined ? [] : [{ kind: candidate.kind, name: candidate.name, path }];
  });
  if (chosen === undefined || chosen === '') return found;
  if (!isExecutable(chosen)) throw new Error(`RELAIS_BROWSER is ${chosen}, which is not a program that can be run.`);
  const kind: BrowserKind = /firefox/i.test(chosen) ? 'firefox' : 'chromium';
  return [
    { kind, name: kind === 'firefox' ? 'Firefox' : 'Chromium', path: chosen },
    ...found.filter((b) => b.kind !== kind),
  ];
}

export function findBrowser(kind: BrowserKind): InstalledBrowser | undefined {
  return findBrowsers().find((browser) => browser.kind === kind);
}

/** The folder with `initdb` and `postgres`, newest version first. */
export function findPostgresBin(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const debian = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : [];
  const others = [
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/opt/postgresql/bin',
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return [...debian, ...others].find((folder) =>
    ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name + suffix))),
  );
}

/** Debian ships Chromium's languages apart, and an extension speaks the browser's language. */
function hasFrenchChromium(): boolean {
  const chromium = findBrowser('chromium');
  const debianLocales = '/usr/lib/chromium/locales';
  if (chromium === undefined || chromium.name !== 'Chromium' || !existsSync(debianLocales))
    return chromium !== undefined;
  return existsSync(join(debianLocales, 'fr.pak'));
}

function isThere(part: SystemPart): boolean {
  if (part === 'postgresql') return findPostgresBin() !== undefined;
  if (part === 'chromium-french') return hasFrenchChromium();
  return findBrowser(part) !== undefined;
}

const debianPackages: Record<SystemPart, string> = {
  chromium: 'chromium',
  'chromium-french': 'chromium-l10n',
  firefox: 'firefox-esr',
  postgresql: 'postgresql',
};

function linuxFamily(): 'debian' | 'ubuntu' | undefined {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    const id = /^ID=(.*)$/m.exec(release)?.[1]?.replaceAll('"', '');
    if (id === 'ubuntu' || id === 'debian') return id;
    return /^ID_LIKE=.*debian/m.test(release) ? 'debian' : undefined;
  } catch {
    return undefined;
  }
}

/** The one command that a person types to get `parts`. */
export function installCommand(parts: SystemPart[]): string {
  if (process.platform === 'darwin') {
    const names = {
      chromium: '--cask chromium',
      'chromium-french': '',
      firefox: '--cask firefox',
      postgresql: 'postgresql',
    };
    return parts.flatMap((part) => (names[part] === '' ? [] : [`brew install ${names[part]}`])).join(' && ');
  }
  if (process.platform === 'win32') {
    const names = {
      chromium: 'Google.Chrome',
      'chromium-french': '',
      firefox: 'Mozilla.Firefox',
      postgresql: 'PostgreSQL.PostgreSQL.17',
    };
    return `winget install ${parts.flatMap((part) => names[part] || []).join(' ')}`;
  }
  if (linuxFamily() === 'ubuntu') {
    // Ubuntu's own packages of both browsers are snaps, which do not start without snapd.
    const snaps = parts.flatMap((part) =>
      part === 'chromium' || part === 'firefox' ? [`sudo snap install ${part}`] : [],
    );
    const apt = parts.includes('postgresql') ? ['sudo apt-get install -y postgresql'] : [];
    return [...snaps, ...apt].join(' && ');
  }
  if (linuxFamily() === 'debian') {
    return `sudo apt-get install -y --no-install-recommends ${parts.map((part) => debianPackages[part]).join(' ')}`;
  }
  return `your system's package manager: ${parts.join(', ')}`;
}

/**
 * Installs what is missing where that is possible without asking (root on Debian or Ubuntu), saying
 * so first; elsewhere prints the command to type. Gives what is still missing.
 */
export function ensureSystem(parts: SystemPart[], log: (line: string) => void = console.log): SystemPart[] {
  const missing = parts.filter((part) => !isThere(part));
  if (missing.length === 0) return [];
  const family = linuxFamily();
  if (family !== undefined && process.getuid?.() === 0) {
    const installable = family === 'ubuntu' ? missing.filter((part) => part === 'postgresql') : missing;
    const packages = installable.map((part) => debianPackages[part]);
    if (packages.length > 0) {
      log(`Installing from ${family === 'ubuntu' ? 'Ubuntu' : 'Debian'}: ${packages.join(' ')}…`);
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const apt = (...args: string[]) =>
        spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
      if (!apt('update', '-qq') || !apt('install', '-y', '-qq', '--no-install-recommends', ...packages)) {
        log('apt-get failed: the lines above say why.');
      }
    }
  }
  const still = missing.filter((part) => !isThere(part));
  if (still.length > 0) log(`Missing: ${still.join(', ')}. To install: ${installCommand(still)}`);
  return still;
}
