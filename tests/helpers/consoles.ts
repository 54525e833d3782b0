import type { CDPSession, Target } from 'puppeteer-core';
import type { Session } from '../../scripts/drive/session.ts';

type Connection = { send: (method: string, params: object) => Promise<unknown> };
type ContextTree = { result: { contexts: { context: string; url: string }[] } };
type Evaluated = { result: { result?: { value?: unknown } } };

/**
 * Listens to what the background and the pages of the extension complain about: uncaught errors,
 * refusals of the content security policy, and whatever Relais itself reports. Gives what was said.
 */
export function watchConsoles(session: Session): () => Promise<string[]> {
  return session.kind === 'firefox' ? () => readFirefoxConsole(session) : watchChromium(session);
}

function watchChromium({ browser, baseUrl }: Session): () => Promise<string[]> {
  const said: string[] = [];
  const listen = async (target: Target) => {
    if (!target.url().startsWith(baseUrl)) return;
    const worker = target.type() === 'service_worker' ? await target.worker() : null;
    const client: CDPSession = worker?.client ?? (await target.createCDPSession());
    const where = new URL(target.url()).pathname;
    client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
      said.push(`${where}: ${text} ${exception?.description ?? ''}`);
    });
    client.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error')
        said.push(`${where}: ${args.map(({ value, description }) => value ?? description).join(' ')}`);
    });
    client.on('Log.entryAdded', ({ entry }) => {
      // A failed request is a line of the console too; what Relais makes of it is looked at elsewhere.
      if (entry.level === 'error' && entry.source !== 'network' && !/by CORS policy/.test(entry.text))
        said.push(`${where}: ${entry.text}`);
    });
    await Promise.all([client.send('Runtime.enable'), client.send('Log.enable')]);
  };
  // A page that closed meanwhile has nothing more to say.
  const tryListen = (target: Target) => void listen(target).catch(() => undefined);
  for (const target of browser.targets()) tryListen(target);
  browser.on('targetcreated', tryListen);
  browser.on('targetchanged', tryListen);
  return async () => [...new Set(said)];
}

/** Firefox keeps every context's errors and refusals in one place; what Relais prints stays in its own process. */
async function readFirefoxConsole({ browser, baseUrl }: Session): Promise<string[]> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as ContextTree;
  const context = tree.result.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  const { result } = (await connection.send('script.callFunction', {
    functionDeclaration: `(base) => JSON.stringify(Services.console.getMessageArray().flatMap((message) => {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return [];
      return message.sourceName.startsWith(base) ? [message.sourceName.slice(base.length - 1) + ': ' + message.errorMessage] : [];
    }))`,
    awaitPromise: true,
    target: { context },
    arguments: [{ type: 'string', value: baseUrl }],
  })) as Evaluated;
  const said = JSON.parse(String(result.result?.value)) as string[];
  // A popup that is closed while the background answers it: Firefox says so of any extension.
  return [...new Set(said.filter((line) => !line.includes('Promise rejected after context unloaded')))];
}
