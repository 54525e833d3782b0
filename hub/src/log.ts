export type LogEntry = {
  level: 'info' | 'warn' | 'error';
  /** What happened, in snake_case: `request`, `request_failed`, `hub_started`. */
  event: string;
} & Record<string, string | number | boolean | null | undefined>;

/** Never given a token, a secret, a query string or a text that someone wrote. */
export type Log = (entry: LogEntry) => void;

/** One JSON line for each entry, on standard error: standard output is for people. */
export function createJsonLog(write: (line: string) => void, now: () => number): Log {
  return (entry) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`);
}
