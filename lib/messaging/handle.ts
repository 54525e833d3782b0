import browser, { type Runtime } from 'webextension-polyfill';
import { codeOf, type ErrorCode, type RelaisError } from '../domain/errors.ts';
import type { Answer, Envelope } from './envelope.ts';
import { type MessageInput, type MessageName, type MessageOutput, protocol } from './protocol.ts';

export type Handlers = {
  [N in MessageName]: (input: MessageInput<N>) => Promise<MessageOutput<N>>;
};

type Sender = { id?: string; url?: string };

/** An own page: our id and a URL under our origin. A missing field proves nothing. */
function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}

function refuse(code: ErrorCode, message: string): Answer {
  return { ok: false, error: { code, message } };
}

/**
 * Answers one message: is it ours, may this sender, does it parse, then the handler. Exported for
 * tests; `handleMessages` is what a context calls.
 */
export async function answerMessage(
  handlers: Handlers,
  envelope: Envelope,
  sender: Sender,
  report: (error: unknown, where: string) => void,
): Promise<Answer> {
  if (!isOwnPage(sender)) return refuse('message_forbidden', `sender may not send ${envelope.relais}`);
  if (!Object.hasOwn(protocol, envelope.relais)) {
    return refuse('message_malformed', `no message named ${envelope.relais}`);
  }
  const name = envelope.relais as MessageName;
  const input = protocol[name].input.safeParse(envelope.input);
  if (!input.success) return refuse('message_malformed', `${name}: ${input.error.message}`);
  try {
    const handler = handlers[name] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(input.data) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'unknown') report(error, `message ${name}`);
    const { retryAfterMs, origin } = error as Partial<RelaisError>;
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code, message, retryAfterMs, origin } };
  }
}

/**
 * Registers the one listener of this context. Called synchronously at start; the handlers wait for
 * `ready` themselves.
 */
export function handleMessages(handlers: Handlers, report: (error: unknown, where: string) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const envelope = message as Partial<Envelope> | null;
    if (typeof envelope?.relais !== 'string') return undefined;
    return answerMessage(handlers, envelope as Envelope, sender, report);
  });
}
