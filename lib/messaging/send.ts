import browser from 'webextension-polyfill';
import { RelaisError } from '../domain/errors.ts';
import type { Answer, Envelope } from './envelope.ts';
import type { MessageInput, MessageName, MessageOutput } from './protocol.ts';

/**
 * Sends a command to the background and gives its value.
 *
 * @throws RelaisError with the background's code, or `background_unreachable` when nobody answers.
 */
export async function sendMessage<N extends MessageName>(name: N, input: MessageInput<N>): Promise<MessageOutput<N>> {
  const envelope: Envelope = { relais: name, input };
  let answer: Answer | undefined;
  try {
    answer = await browser.runtime.sendMessage(envelope);
  } catch (cause) {
    throw new RelaisError('background_unreachable', `no answer to ${name}`, { cause });
  }
  if (answer === undefined) throw new RelaisError('background_unreachable', `no answer to ${name}`);
  if (answer.ok) return answer.value as MessageOutput<N>;
  const { code, message, ...detail } = answer.error;
  throw new RelaisError(code, message, detail);
}
