import { useState } from 'preact/hooks';
import type { Account } from '../../lib/domain/account.ts';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { hostOf } from '../ui/host-of.ts';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { useCommand } from '../ui/use-command.ts';

type AccountRowProps = { account: Account; onSignIn: () => void };

/** One account of the person's own: as whom, since when, and how to come back or leave. */
export function AccountRow({ account, onSignIn }: AccountRowProps) {
  const { id: accountId, network, handle, server, connectedAt, state } = account;
  const command = useCommand();
  if (state === 'pending') return <PendingRow account={account} />;
  return (
    <li>
      <div class="r-row r-wrap">
        <NetworkMark network={network} size={16} />
        <h4>{`@${handle}`}</h4>
        {state === 'revoked' && <Chip tone="warning">{t('options_connection_revoked')}</Chip>}
      </div>
      <p class="r-muted">{t('accounts_since', networkName(network), formatDay(connectedAt), hostOf(server))}</p>
      {state === 'revoked' && (
        <>
          <Notice kind="warning">{t('accounts_revoked', networkName(network))}</Notice>
          <Button variant="primary" onClick={onSignIn}>
            {t('accounts_again')}
          </Button>
        </>
      )}
      <Confirm
        label={t('options_disconnect')}
        fullLabel={t('accounts_disconnect_of', handle)}
        question={t('accounts_disconnect_question', handle)}
        yes={t('options_disconnect_yes')}
        no={t('options_disconnect_no')}
        busy={command.busy !== null}
        onYes={() => void command.run('disconnectAccount', { accountId })}
      />
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </li>
  );
}

/** A sign-in whose code is still on the server's page, open in another tab. */
function PendingRow({ account: { id: accountId, server } }: { account: Account }) {
  const [code, setCode] = useState('');
  const command = useCommand();
  const host = hostOf(server);
  return (
    <li>
      <form
        class="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void command.run('finishMastodonSignIn', { server, code });
        }}
      >
        <Field
          label={t('accounts_code', host)}
          hint={t('accounts_code_hint')}
          value={code}
          onInput={setCode}
          autoComplete="off"
          spellcheck={false}
          required
        />
        {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
        <div class="r-row r-wrap">
          <Button type="submit" variant="primary" busy={command.busy === 'finishMastodonSignIn'}>
            {t('accounts_finish')}
          </Button>
          <Button onClick={() => void command.run('startMastodonSignIn', { server })}>{t('accounts_reopen')}</Button>
          <Button variant="quiet" onClick={() => void command.run('disconnectAccount', { accountId })}>
            {t('accounts_cancel')}
          </Button>
        </div>
      </form>
    </li>
  );
}
