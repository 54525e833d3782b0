import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Envelope } from '../../lib/messaging/envelope.ts';
import { answerMessage, type Handlers } from '../../lib/messaging/handle.ts';
import type { MessageInput, MessageName } from '../../lib/messaging/protocol.ts';

export type Command = { [N in MessageName]: { name: N; input: MessageInput<N> } }[MessageName];

/**
 * The other end of a page under test: the real receiver, with its schemas and its coded refusals, on
 * the fake browser's bus. A command without a handler here is answered `{}`; every command that
 * parsed is kept, in order.
 */
export function startPageBackground(handlers: Partial<Handlers> = {}): { commands: Command[] } {
  const commands: Command[] = [];
  const answering = new Proxy(handlers, {
    get: (own, name: MessageName) => async (input: unknown) => {
      commands.push({ name, input } as Command);
      const handler = own[name] as ((input: unknown) => Promise<unknown>) | undefined;
      return handler === undefined ? {} : handler(input);
    },
  }) as Handlers;
  // The fake bus names no sender and knows only the callback form of an answer.
  const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/page.html') };
  fakeBrowser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    void answerMessage(answering, message as Envelope, sender, () => {}).then(sendResponse);
    return true;
  });
  return { commands };
}
