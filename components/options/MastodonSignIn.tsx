import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { CommandFailure, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Field } from '../ui/Field.tsx';
import { networkName } from '../ui/network-name.ts';
import { useCommand } from '../ui/use-command.ts';

type MastodonSignInProps = {
  form: { server: string };
  requestHostAccess: RequestHostAccess;
  onClose: () => void;
};

/** Opens the server's own page, which shows a code: the row that then waits for it takes over. */
export function MastodonSignIn({ form, requestHostAccess, onClose }: MastodonSignInProps) {
  const [server, setServer] = useState(form.server);
  const command = useCommand();
  const send = async () => {
    if ((await command.run('startMastodonSignIn', { server })) !== undefined) onClose();
  };
  return (
    <form
      class="account-form"
      aria-label={t('accounts_add', networkName('mastodon'))}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={t('accounts_instance')}
        hint={t('accounts_instance_hint')}
        value={server}
        onInput={setServer}
        autoComplete="off"
        spellcheck={false}
        required
        focused
      />
      <CommandFailure {...{ command, requestHostAccess }} onAllowed={send} />
      <div class="r-row r-wrap">
        <Button type="submit" variant="primary" busy={command.busy !== null}>
          {t('accounts_continue')}
        </Button>
        <Button onClick={onClose}>{t('accounts_cancel')}</Button>
      </div>
    </form>
  );
}
