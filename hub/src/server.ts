import { ConfigError, parseConfig } from './config.ts';
import { createJsonLog } from './log.ts';
import { StartError, startHub } from './start.ts';

/** Standard output is for people: where the hub is, how to get in. The JSON log goes to standard error. */
async function main(): Promise<void> {
  const log = createJsonLog((line) => process.stderr.write(line), Date.now);
  const hub = await startHub({ config: parseConfig(process.env), log });
  process.stdout.write(`Relais hub: ${hub.url}\n`);
  if (hub.invitationUrl !== null) process.stdout.write(`Invitation: ${hub.invitationUrl}\n`);

  let closing = false;
  const stop = async (signal: string) => {
    // A second signal is from someone who will not wait.
    if (closing) process.exit(1);
    closing = true;
    log({ level: 'info', event: 'hub_stopping', signal });
    await hub.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
  } else {
    process.stderr.write(`The hub cannot start: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exit(1);
});
