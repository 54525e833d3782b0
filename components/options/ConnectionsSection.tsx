import type { Connection } from '../../lib/domain/connection.ts';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readConnections } from '../../lib/storage/queries/settings.ts';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Chip } from '../ui/Chip.tsx';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { hostOf } from '../ui/host-of.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { NetworkAccounts } from './NetworkAccounts.tsx';

type ConnectionsSectionProps = { db: RelaisDb; requestHostAccess: RequestHostAccess };

/** The company's hub, then the person's own accounts: two things that know nothing of one another. */
export function ConnectionsSection({ db, requestHostAccess }: ConnectionsSectionProps) {
  return (
    <>
      <HubConnections db={db} />
      <NetworkAccounts {...{ db, requestHostAccess }} />
    </>
  );
}

/** The company's hub, as whom, since when; ended ones say how to come back. */
function HubConnections({ db }: { db: RelaisDb }) {
  const connections = useLiveQuery(() => readConnections(db), [db]);
  if (connections.state === 'failed') return <Notice kind="failed">{errorText(connections.code)}</Notice>;
  if (connections.value === undefined) return <Skeleton count={1} />;
  if (connections.value.length === 0) {
    const connect = { label: t('options_connect'), onClick: () => location.assign('welcome.html') };
    return (
      <EmptyState icon="users" title={t('options_connections_empty_title')} action={connect}>
        {t('options_connections_empty_body')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul class="r-list options-connections">
        {connections.value.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} />
        ))}
      </ul>
      <div>
        <ButtonLink href="welcome.html">{t('options_connect')}</ButtonLink>
      </div>
    </>
  );
}

function ConnectionRow({ connection }: { connection: Connection }) {
  const command = useCommand();
  const { id: connectionId, companyName, memberName, connectedAt, hubUrl, state } = connection;
  return (
    <li>
      <div class="r-row r-wrap">
        <h3>{companyName}</h3>
        {state === 'revoked' && <Chip tone="warning">{t('options_connection_revoked')}</Chip>}
      </div>
      <p class="r-muted">{t('options_connection_since', memberName, formatDay(connectedAt))}</p>
      <p class="r-muted sources-address">{hostOf(hubUrl)}</p>
      {state === 'revoked' && (
        <>
          <Notice kind="warning">{t('options_connection_revoked_body')}</Notice>
          <ButtonLink variant="primary" href="welcome.html">
            {t('options_reconnect')}
          </ButtonLink>
        </>
      )}
      <Confirm
        label={t('options_disconnect')}
        question={t('options_disconnect_question', companyName)}
        yes={t('options_disconnect_yes')}
        no={t('options_disconnect_no')}
        busy={command.busy !== null}
        onYes={() => void command.run('disconnectHub', { connectionId })}
      />
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </li>
  );
}
