import type { Ref } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../../lib/domain/errors.ts';
import type { MessageInput } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/send.ts';
import type { PlanCommand } from '../plan/later-items.ts';

/** One command about an item or a topic, as data, so that its undoing is one too. */
export type MarkCommand =
  | { name: 'setItemMark'; input: MessageInput<'setItemMark'> }
  | { name: 'setTopic'; input: MessageInput<'setTopic'> }
  | PlanCommand;

export type Told = {
  words: string;
  undo?: MarkCommand | undefined;
  /** Cards leave the list with it. */
  takesAway?: boolean;
  failed?: ErrorCode | undefined;
};

export type RunMark = (command: MarkCommand, words: string, undo: MarkCommand) => void;

/** Sends what was decided and says it, with the way back. The last one said stays until the next, or is dismissed. */
export function useMarks() {
  const [told, setTold] = useState<Told | null>(null);
  const toast = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The card that has the focus goes: what can be done about it is the next thing one may want.
    if (told?.takesAway) toast.current?.querySelector('button')?.focus();
  }, [told]);

  const send = useCallback(async (command: MarkCommand, done: Told | null) => {
    try {
      // Each name has its own input, which the union keeps together and the call cannot see.
      await sendMessage(command.name, command.input as never);
      setTold(done);
    } catch (error) {
      setTold({ words: '', failed: codeOf(error) });
    }
  }, []);
  const run: RunMark = useCallback(
    (command, words, undo) => void send(command, { words, undo, takesAway: takesAway(command) }),
    [send],
  );
  const undo = () => {
    if (told?.undo !== undefined) void send(told.undo, null);
  };
  const tell: (told: Told) => void = setTold;
  return { told, toast: toast as Ref<HTMLDivElement>, run, undo, tell, clear: () => setTold(null) };
}

function takesAway({ name, input }: MarkCommand): boolean {
  if (name === 'setTopic') return input.stance === 'muted';
  if (name !== 'setItemMark') return false;
  return input.hidden === true || input.saved === false || input.snoozedUntil != null;
}
