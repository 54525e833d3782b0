import type { ErrorCode } from '../../../lib/domain/errors.ts';
import type { Database } from '../db/database.ts';
import type { SignedIn } from '../db/queries/devices.ts';
import type { Log } from '../log.ts';

/** What every route is handed. `publicUrl` has no trailing slash. */
export type HubDeps = {
  db: Database;
  config: { publicUrl: string };
  now: () => number;
  /** The clock that embargo and expiry are read by, one for all hubs on a database. */
  contentNow: () => Promise<number>;
  log: Log;
};

export type HubEnv = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
  Variables: {
    requestId: string;
    /** Set by `signedIn`; routes that do not use it never read it. */
    member: SignedIn;
    /** For the log line of a request that failed. */
    failure: ErrorCode | undefined;
  };
};
