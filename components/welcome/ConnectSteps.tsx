import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { MessageOutput } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { CommandFailure, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Field } from '../ui/Field.tsx';
import { hostOf } from '../ui/host-of.ts';
import { useCommand } from '../ui/use-command.ts';
import { StepList } from './StepList.tsx';

type Preview = MessageOutput<'previewInvitation'>;

type ConnectStepsProps = {
  invitationUrl: string;
  requestHostAccess: RequestHostAccess;
  onConnected: (companyName: string) => void;
};

/** The invitation, then the name; whose hub it is stands before anything is created. */
export function ConnectSteps({ invitationUrl: given, requestHostAccess, onConnected }: ConnectStepsProps) {
  const [invitationUrl, setInvitationUrl] = useState(given);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [displayName, setDisplayName] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand();
  const nameRef = useRef<HTMLInputElement>(null);

  const check = async () => {
    const link = invitationUrl.trim();
    setMissing(link === '');
    if (link === '') return;
    const shown = await command.run('previewInvitation', { invitationUrl: link });
    if (shown !== undefined) setPreview(shown);
  };
  const connect = async () => {
    const name = displayName.trim();
    setMissing(name === '');
    if (name === '') {
      nameRef.current?.focus();
      return;
    }
    const input = { invitationUrl: invitationUrl.trim(), displayName: name };
    const connected = await command.run('connectHub', input);
    if (connected !== undefined) onConnected(connected.companyName);
  };
  // A link that brought the person here is read at once: the click was theirs already.
  useEffect(() => {
    if (given !== '') void check();
  }, []);
  const restart = () => {
    setPreview(null);
    setMissing(false);
    command.clear();
  };

  const next = preview === null ? check : connect;
  return (
    <Card as="section" class="welcome-card">
      <StepList current={preview === null ? 0 : 1} />
      <form
        class="welcome-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (command.busy === null) void next();
        }}
      >
        {preview === null ? (
          <Field
            label={t('welcome_invitation_label')}
            hint={t('welcome_invitation_hint')}
            placeholder="https://"
            spellcheck={false}
            autoComplete="off"
            maxLength={2048}
            focused
            value={invitationUrl}
            error={missing ? t('welcome_invitation_empty') : null}
            onInput={(value) => {
              setInvitationUrl(value);
              setMissing(false);
            }}
          />
        ) : (
          <>
            <div class="welcome-company" role="status">
              <strong>{preview.companyName}</strong>
              <p class="r-muted">{t('welcome_company_host', hostOf(preview.hubUrl), formatDay(preview.expiresAt))}</p>
            </div>
            <Field
              label={t('welcome_name_label')}
              hint={t('welcome_name_hint')}
              autoComplete="name"
              maxLength={60}
              focused
              inputRef={nameRef}
              value={displayName}
              error={missing ? t('welcome_name_empty') : null}
              onInput={(value) => {
                setDisplayName(value);
                setMissing(false);
              }}
            />
          </>
        )}
        <CommandFailure command={command} requestHostAccess={requestHostAccess} onAllowed={() => void next()} />
        <div class="r-row r-wrap">
          <Button type="submit" variant="primary" size="large" busy={command.busy !== null}>
            {preview === null ? t('welcome_continue') : t('welcome_connect', preview.companyName)}
          </Button>
          {preview !== null && (
            <Button variant="quiet" size="large" onClick={restart}>
              {t('welcome_back')}
            </Button>
          )}
        </div>
        <p class="r-hidden" role="status">
          {command.busy === 'previewInvitation' && t('welcome_checking')}
        </p>
      </form>
    </Card>
  );
}
