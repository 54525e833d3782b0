import { codeOf, type ErrorCode, type RelaisError } from '../../lib/domain/errors.ts';
import type { MessageOutput } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/send.ts';

export type ImportRow = {
  title: string;
  url: string;
  state: 'waiting' | 'added' | 'known' | 'failed';
  code: ErrorCode | null;
  /** The site to ask the person for, with `host_access_needed`. */
  origin: string | null;
};

/** Several at once, because most of the time is spent waiting; the background asks each host one thing at a time. */
const atOnce = 4;

export function rowsOf({ feeds, refused }: MessageOutput<'importOpml'>): ImportRow[] {
  return [
    ...feeds.map(({ title, url, known }) => row(title, url, known ? 'known' : 'waiting', null)),
    ...refused.map(({ title, address }) => row(title || address, address, 'failed', 'invalid_address')),
  ];
}

function row(title: string, url: string, state: ImportRow['state'], code: ErrorCode | null): ImportRow {
  return { title, url, state, code, origin: null };
}

/** Adds the waiting rows one after the other, a few at a time; tells of each outcome, until it is told to stop. */
export async function addEach(
  rows: ImportRow[],
  onOutcome: (row: ImportRow) => void,
  isStopped: () => boolean,
): Promise<void> {
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const workOff = async () => {
    for (let next = waiting.shift(); next !== undefined && !isStopped(); next = waiting.shift()) {
      onOutcome(await addOne(next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOff));
}

async function addOne(row: ImportRow): Promise<ImportRow> {
  try {
    await sendMessage('addSource', { url: row.url });
    return { ...row, state: 'added', code: null, origin: null };
  } catch (error) {
    return { ...row, state: 'failed', code: codeOf(error), origin: (error as Partial<RelaisError>).origin ?? null };
  }
}
