// Plain JavaScript for any Node >= 20, before anything is installed: it brings the dependencies in,
// then hands over to `scripts/<command>.ts` on the Node 24 that is one of them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commands = ['start', 'test', 'hub', 'build', 'bench', 'screenshots', 'schema', 'validate-feed'];
const [command = '', ...args] = process.argv.slice(2);

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `Relais needs Node 20 or newer, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
}
if (!commands.includes(command)) stop(`There is no command “${command}”. Commands: ${commands.join(', ')}.`);

const nodeFile = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What the lock file asks for and what lies in `node_modules`, compared by content: times lie after a checkout. */
function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(nodeFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || entry.peer || installed[path]?.version === entry.version,
  );
}

if (!isInstalled()) {
  console.log('Installing what Relais is built with (npm ci): a minute or two the first time…');
  // The npm that runs this script, if one does; `--ignore-scripts=false` because Node 24 comes by its install script.
  const npmFile = process.env.npm_execpath;
  const options = ['ci', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=warn'];
  const { status } = npmFile?.endsWith('.js')
    ? spawnSync(process.execPath, [npmFile, ...options], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop('npm ci failed: the lines above say why. Check the network, then run the same command again.');
  if (!existsSync(nodeFile))
    stop('npm installed everything but Node 24: delete node_modules and run the same command again.');
}

const child = spawn(nodeFile, [join(root, 'scripts', `${command}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH },
});
// Ctrl+C reaches the child by itself (same terminal); a signal sent to this process alone does not.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
