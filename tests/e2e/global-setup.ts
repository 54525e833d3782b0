import { buildExtension } from '../../scripts/build-extension.ts';

/** Apart from `.output`, which a person may have loaded in a browser. */
export const e2eOutDir = '.relais/build-e2e';

/** Builds what the browsers load, once per run, and only when a source changed. */
export async function setup(): Promise<void> {
  await buildExtension(['chrome', 'firefox'], { outDir: e2eOutDir, onlyIfStale: true, quiet: true });
}
