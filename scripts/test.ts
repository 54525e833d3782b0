import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, runTool } from './build-extension.ts';
import { type PostgresCluster, startPostgres } from './postgres.ts';
import { ensureSystem, findPostgresBin, installCommand, type SystemPart } from './system.ts';

/**
 * Everything that `npm test` checks, in the order in which a mistake shows soonest. `--only a,b`
 * narrows it; `--strict` makes a check that could not run a failure, as CI wants it.
 */
const stepNames = ['lint', 'types', 'unit', 'component', 'hub', 'build', 'e2e'] as const;
type StepName = (typeof stepNames)[number];
type Outcome = { step: StepName; passed: number; failed: number; skipped: string[]; seconds: number };

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, strict: { type: 'boolean', default: false } },
});
const only = options.only?.split(',').map((name) => name.trim());
const unknown = only?.filter((name) => !(stepNames as readonly string[]).includes(name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no step “${unknown.join(', ')}”. Steps: ${stepNames.join(', ')}.`);
  process.exit(1);
}
const isWanted = (step: StepName) => only?.includes(step) ?? true;

const wantedParts: SystemPart[] = [
  ...(isWanted('e2e') ? (['chromium', 'chromium-french', 'firefox'] as const) : []),
  ...(isWanted('hub') ? (['postgresql'] as const) : []),
];
const missing = ensureSystem(wantedParts);
const results = mkdtempSync(join(tmpdir(), 'relais-test-'));
const outcomes: Outcome[] = [];
/** What did not run, and why: the last thing printed before the figures. */
const notRun: string[] = [];

async function run(step: StepName, act: () => Promise<Pick<Outcome, 'passed' | 'failed' | 'skipped'>>): Promise<void> {
  if (!isWanted(step)) return;
  console.log(`\n── ${step} ${'─'.repeat(Math.max(0, 70 - step.length))}`);
  const begun = performance.now();
  const outcome = await act().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: [] };
  });
  outcomes.push({ step, ...outcome, seconds: (performance.now() - begun) / 1000 });
}

async function check(act: () => Promise<void>) {
  await act();
  return { passed: 1, failed: 0, skipped: [] };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** Runs one vitest project and counts from its JSON report; a file that does not load counts as one failure. */
async function vitest(project: string, env: NodeJS.ProcessEnv = {}) {
  const file = join(results, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exit = await runTool('vitest/vitest.mjs', args, env).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!existsSync(file)) throw exit ?? new Error(`vitest left no report for ${project}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const skipped = tests.filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo');
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  // An unhandled rejection fails the run without failing a test: it must not vanish from the sum.
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exit !== undefined ? 1 : failed,
    skipped: skipped.map(({ fullName }) => fullName),
  };
}

async function hubTests() {
  const bin = findPostgresBin();
  let cluster: PostgresCluster | undefined;
  const given = process.env.RELAIS_TEST_POSTGRES_URL;
  if (given === undefined && bin !== undefined) {
    cluster = await startPostgres(bin).catch((error: unknown) => {
      console.error(error);
      return undefined;
    });
  }
  const url = given ?? cluster?.url;
  if (url === undefined) {
    const why = bin === undefined ? `to install: ${installCommand(['postgresql'])}` : 'it did not start, see above';
    notRun.push(`hub on PostgreSQL: no server (${why}); the hub was tested on PGlite alone`);
  }
  try {
    return await vitest('hub', url === undefined ? {} : { RELAIS_TEST_POSTGRES_URL: url });
  } finally {
    await cluster?.stop();
  }
}

process.on('exit', () => rmSync(results, { recursive: true, force: true }));

await run('lint', () => check(() => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])));
await run('types', () =>
  check(async () => {
    await runTool('wxt/bin/wxt.mjs', ['prepare']);
    await runTool('typescript/bin/tsc', ['--noEmit']);
  }),
);
await run('unit', () => vitest('unit'));
await run('component', () => vitest('component'));
await run('hub', hubTests);
await run('build', () => check(() => buildExtension(['chrome', 'firefox'], { outDir: '.output', onlyIfStale: false })));
await run('e2e', async () => {
  const browsers = missing.filter((part) => part !== 'postgresql');
  for (const part of browsers)
    notRun.push(`e2e in ${part}: it is not installed (to install: ${installCommand([part])})`);
  return vitest('e2e', { RELAIS_E2E_MISSING: browsers.join(',') });
});

for (const { step, skipped } of outcomes) {
  for (const name of skipped) notRun.push(`${step}: skipped “${name}”`);
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const strictFailures = options.strict ? notRun.length : 0;
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + strictFailures;

console.log(
  `\n${'step'.padEnd(12)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`,
);
for (const outcome of outcomes) {
  const { step, skipped, seconds } = outcome;
  console.log(
    `${step.padEnd(12)}${String(outcome.passed).padStart(8)}${String(outcome.failed).padStart(8)}${String(skipped.length).padStart(9)}${seconds.toFixed(1).padStart(9)}`,
  );
}
if (notRun.length > 0) console.log(`\nNot run${options.strict ? ', each counted as a failure' : ''}:`);
for (const line of notRun) console.log(`- ${line}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
