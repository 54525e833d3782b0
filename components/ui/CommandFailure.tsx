import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { errorText } from './error-text.ts';
import { hostOf } from './host-of.ts';
import { Notice } from './Notice.tsx';
import type { Command } from './use-command.ts';

/** Asks the person for sites, in one question; called first in a click, because after an `await` the click no longer counts. */
export type RequestHostAccess = (...origins: string[]) => Promise<boolean>;

/** Whether a site may be read whatever it says of other sites. */
export type HasHostAccess = (origin: string) => Promise<boolean>;

type CommandFailureProps = {
  command: Pick<Command, 'failed' | 'origin'>;
  requestHostAccess: RequestHostAccess;
  /** Gives the command again, once the site may be read. */
  onAllowed: () => void;
};

/** Why a command failed; where a permission is all that lacks, the button that asks for it. */
export function CommandFailure({ command, requestHostAccess, onAllowed }: CommandFailureProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const { failed, origin } = command;
  if (failed === null) return null;
  if (failed !== 'host_access_needed' || origin === null) return <Notice kind="failed">{errorText(failed)}</Notice>;
  const ask = () => {
    requestHostAccess(origin).then(
      (allowed) => (allowed ? onAllowed() : setRefused(origin)),
      () => setRefused(origin), // A browser that cannot ask is a browser that refused.
    );
  };
  return (
    <Notice kind="info" icon="lock" action={{ label: t('access_allow', hostOf(origin)), onClick: ask }}>
      {refused === origin ? t('access_refused', hostOf(origin)) : errorText(failed)}
    </Notice>
  );
}
