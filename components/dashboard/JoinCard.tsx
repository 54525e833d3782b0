import { useState } from 'preact/hooks';
import type { Connection } from '../../lib/domain/connection.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { MessageOutput } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';

type Requests = MessageOutput<'previewParticipation'>['requests'];
type JoinCardProps = { connection: Connection; requestStatisticsConsent: () => Promise<boolean> };

/** What taking part means. Joining opens only once the exact requests were shown for the name chosen. */
export function JoinCard({ connection, requestStatisticsConsent }: JoinCardProps) {
  const [displayName, setDisplayName] = useState(connection.memberName);
  const [requests, setRequests] = useState<Requests | null>(null);
  const [consentRefused, setConsentRefused] = useState(false);
  const command = useCommand();
  const input = { connectionId: connection.id, displayName: displayName.trim() };
  const usable = connection.state === 'active' && input.displayName !== '';

  const preview = async () => {
    const shown = await command.run('previewParticipation', input);
    if (shown !== undefined) setRequests(shown.requests);
  };
  const join = async () => {
    setConsentRefused(false);
    // First in the click, before any await: a browser asks only at a gesture.
    const allowed = await requestStatisticsConsent().catch(() => false);
    if (!allowed) setConsentRefused(true);
    else await command.run('joinLeaderboard', input);
  };

  return (
    <Card as="section" class="dashboard-join">
      <h2>{t('join_title')}</h2>
      <p>{t('join_body', connection.companyName)}</p>
      <ul class="r-list dashboard-join-facts">
        <Fact icon="chart">{t('join_leaves')}</Fact>
        <Fact icon="lock">{t('join_stays')}</Fact>
        <Fact icon="undo">{t('join_withdraw')}</Fact>
      </ul>
      <div class="dashboard-join-name">
        <Field
          label={t('join_name')}
          hint={t('join_name_hint')}
          value={displayName}
          maxLength={60}
          autoComplete="nickname"
          onInput={(value) => {
            setDisplayName(value);
            // Another name is another payload: it has to be seen as well.
            setRequests(null);
          }}
        />
        <Button busy={command.busy === 'previewParticipation'} disabled={!usable} onClick={preview}>
          {t('join_preview')}
        </Button>
      </div>
      {requests !== null && (
        <section class="dashboard-requests" aria-live="polite">
          <h3>{t('join_preview_title')}</h3>
          <p class="r-muted">{t('join_preview_body')}</p>
          {requests.map((request) => (
            <pre class="page-request" key={`${request.method} ${request.url} ${request.body}`}>
              {`${request.method} ${request.url}${request.body === '' ? '' : `\n\n${request.body}`}`}
            </pre>
          ))}
        </section>
      )}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      {consentRefused && <Notice kind="info">{t('join_consent_refused')}</Notice>}
      <div class="r-row r-wrap">
        <Button
          variant="primary"
          size="large"
          disabled={requests === null || !usable}
          busy={command.busy === 'joinLeaderboard'}
          aria-describedby={requests === null ? 'join-hint' : undefined}
          onClick={join}
        >
          {t('join_button')}
        </Button>
        {requests === null && (
          <p id="join-hint" class="r-muted">
            {t('join_button_hint')}
          </p>
        )}
      </div>
    </Card>
  );
}

function Fact({ icon, children }: { icon: 'chart' | 'lock' | 'undo'; children: string }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}
