import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { codeOf, type ErrorCode, type RelaisError } from '../../lib/domain/errors.ts';
import type { MessageInput, MessageName, MessageOutput } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/send.ts';

export type Command = {
  /** The command under way. */
  busy: MessageName | null;
  /** Why the last one failed, until the next one starts or `clear`. */
  failed: ErrorCode | null;
  /** The origin to ask the person for, with `host_access_needed`. */
  origin: string | null;
  /**
   * Sends to the background. Undefined when it failed: the reason is then in `failed`, unless
   * `takesFailure` answers true, having dealt with it.
   */
  run: <N extends MessageName>(
    name: N,
    input: MessageInput<N>,
    takesFailure?: (code: ErrorCode) => boolean,
  ) => Promise<MessageOutput<N> | undefined>;
  clear: () => void;
};

/** Commands of one place on screen, with what a person must see of them. */
export function useCommand(): Command {
  const [busy, setBusy] = useState<MessageName | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [origin, setOrigin] = useState<string | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run: Command['run'] = useCallback(async (name, input, takesFailure) => {
    setBusy(name);
    setFailed(null);
    try {
      return await sendMessage(name, input);
    } catch (error) {
      // The code is shown where the command was given; the background reports what it did not expect.
      const code = codeOf(error);
      if (mounted.current && !takesFailure?.(code)) {
        setFailed(code);
        setOrigin((error as Partial<RelaisError>).origin ?? null);
      }
      return undefined;
    } finally {
      if (mounted.current) setBusy(null);
    }
  }, []);
  const clear = useCallback(() => setFailed(null), []);
  return { busy, failed, origin, run, clear };
}
