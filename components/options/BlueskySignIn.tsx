import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { CommandFailure, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Field } from '../ui/Field.tsx';
import { networkName } from '../ui/network-name.ts';
import { useCommand } from '../ui/use-command.ts';

type BlueskySignInProps = {
  form: { handle: string; server: string };
  requestHostAccess: RequestHostAccess;
  onClose: () => void;
};

/** By an app password: made for Relais alone, it can be taken back at Bluesky, and cannot change the account. */
export function BlueskySignIn({ form, requestHostAccess, onClose }: BlueskySignInProps) {
  const [handle, setHandle] = useState(form.handle);
  const [appPassword, setAppPassword] = useState('');
  const [server, setServer] = useState(form.server);
  const command = useCommand();
  const send = async () => {
    const input = { handle, appPassword, server: server.trim() === '' ? null : server };
    if ((await command.run('signInBluesky', input)) !== undefined) onClose();
  };
  return (
    <form
      class="account-form"
      aria-label={t('accounts_add', networkName('bluesky'))}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={t('accounts_handle')}
        hint={t('accounts_handle_hint')}
        value={handle}
        onInput={setHandle}
        autoComplete="off"
        spellcheck={false}
        required
        focused
      />
      <Field
        label={t('accounts_password')}
        hint={t('accounts_password_hint')}
        type="password"
        value={appPassword}
        onInput={setAppPassword}
        autoComplete="off"
        spellcheck={false}
        required
      />
      <p>
        <a href="https://bsky.app/settings/app-passwords" target="_blank" rel="noreferrer">
          {t('accounts_password_make')}
        </a>
      </p>
      <details open={server !== ''}>
        <summary>{t('accounts_elsewhere')}</summary>
        <Field
          label={t('accounts_server')}
          hint={t('accounts_server_hint')}
          value={server}
          onInput={setServer}
          autoComplete="off"
          spellcheck={false}
        />
      </details>
      <CommandFailure {...{ command, requestHostAccess }} onAllowed={send} />
      <div class="r-row r-wrap">
        <Button type="submit" variant="primary" busy={command.busy !== null}>
          {t('accounts_sign_in')}
        </Button>
        <Button onClick={onClose}>{t('accounts_cancel')}</Button>
      </div>
    </form>
  );
}
