import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../../lib/domain/errors.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { sendMessage } from '../../lib/messaging/send.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readShareDrafts } from '../../lib/storage/queries/composer.ts';

/** What was written for one network; `aside` are own words that a proposal took the place of. */
export type OwnText = { text: string; aside: string | null };

export type Texts = {
  of: (network: NetworkId) => OwnText | undefined;
  /** Null goes back to what is proposed. */
  write: (network: NetworkId, own: OwnText | null) => void;
  /** The background keeps no draft of it any more: nothing is sent after that. */
  forget: (network: NetworkId) => void;
  /** Of an earlier opening, found again. */
  restored: ReadonlySet<NetworkId>;
  /** `kept`: the background has all that is written. */
  state: 'idle' | 'writing' | 'kept' | ErrorCode;
  /** Once what was stored is known. */
  loaded: boolean;
};

/**
 * What was written in this page, by database and item: a composer that is opened again a moment later
 * shows it, whatever is still on its way to the background.
 */
const written = new WeakMap<RelaisDb, Map<string, Map<NetworkId, OwnText>>>();

function textsWritten(db: RelaisDb, itemId: string): Map<NetworkId, OwnText> {
  const items = written.get(db) ?? new Map<string, Map<NetworkId, OwnText>>();
  written.set(db, items);
  const texts = items.get(itemId) ?? new Map<NetworkId, OwnText>();
  items.set(itemId, texts);
  return texts;
}

/** A pause in typing, and the longest that a steady hand goes on without being kept. */
const pauseMs = 250;
const patienceMs = 1000;

/**
 * The texts of one item, by network, kept by the background as they are written. A popup may close
 * between two keys: whatever was not sent yet leaves at `pagehide`, when nothing can be awaited.
 */
export function useTexts(db: RelaisDb, itemId: string): Texts {
  const own = useRef(textsWritten(db, itemId));
  const unsent = useRef(new Map<NetworkId, OwnText | null>());
  const [restored, setRestored] = useState<ReadonlySet<NetworkId>>(new Set());
  const [state, setState] = useState<Texts['state']>('idle');
  const [loaded, setLoaded] = useState(false);
  const [, renderAgain] = useState(0);

  const saving = useMemo(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    let since: number | null = null;
    const send = () => {
      clearTimeout(pause);
      since = null;
      const leaving = [...unsent.current];
      unsent.current.clear();
      for (const [network, text] of leaving) {
        const key = { itemId, network };
        const sent = text === null ? sendMessage('discardDraft', key) : sendMessage('saveDraft', { ...key, ...text });
        sent.then(
          () => setState((now) => (unsent.current.size > 0 ? now : 'kept')),
          (error) => {
            // Tried again at the next pause, unless something newer was written since.
            if (!unsent.current.has(network)) unsent.current.set(network, text);
            setState(codeOf(error));
          },
        );
      }
    };
    const soon = () => {
      clearTimeout(pause);
      since ??= performance.now();
      pause = setTimeout(send, Math.max(0, Math.min(pauseMs, since + patienceMs - performance.now())));
    };
    return { send, soon };
  }, [itemId]);

  useEffect(() => {
    const onHidden = () => document.hidden && saving.send();
    addEventListener('pagehide', saving.send);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      removeEventListener('pagehide', saving.send);
      document.removeEventListener('visibilitychange', onHidden);
      saving.send();
    };
  }, [saving]);

  useEffect(() => {
    let wanted = true;
    const before = new Set(own.current.keys());
    const put = (network: NetworkId, stored: OwnText) => {
      if (before.has(network)) return;
      const typed = own.current.get(network);
      // Whoever typed before the draft was read keeps both: the stored words wait aside.
      own.current.set(network, typed === undefined ? stored : { ...typed, aside: stored.text });
    };
    readShareDrafts(db, itemId).then(
      (drafts) => {
        if (!wanted) return;
        for (const { network, text, aside } of drafts) put(network, { text, aside });
        setRestored(new Set(drafts.map(({ network }) => network)));
        setLoaded(true);
      },
      () => wanted && setLoaded(true), // The composer's own reading of the database says why.
    );
    return () => {
      wanted = false;
    };
  }, [db, itemId]);

  return {
    of: (network) => own.current.get(network),
    write: (network, text) => {
      if (text === null) own.current.delete(network);
      else own.current.set(network, text);
      unsent.current.set(network, text);
      setState('writing');
      saving.soon();
      renderAgain((n) => n + 1);
    },
    forget: (network) => {
      own.current.delete(network);
      unsent.current.delete(network);
    },
    restored,
    state,
    loaded,
  };
}
