import { useState } from 'preact/hooks';
import type { DirectNetworkId } from '../../lib/domain/account.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readAccounts } from '../../lib/storage/queries/accounts.ts';
import { Button } from '../ui/Button.tsx';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { errorText } from '../ui/error-text.ts';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { AccountRow } from './AccountRow.tsx';
import { BlueskySignIn } from './BlueskySignIn.tsx';
import { MastodonSignIn } from './MastodonSignIn.tsx';
import './NetworkAccounts.css';

type NetworkAccountsProps = { db: RelaisDb; requestHostAccess: RequestHostAccess };

/** A sign-in that is being filled in, begun anew or for an account that was lost. */
type Form = { network: DirectNetworkId; handle: string; server: string };

/** The person's own accounts, which publish without leaving Relais. */
export function NetworkAccounts({ db, requestHostAccess }: NetworkAccountsProps) {
  const accounts = useLiveQuery(() => readAccounts(db), [db]);
  const [form, setForm] = useState<Form | null>(null);
  const open = (network: DirectNetworkId) => setForm({ network, handle: '', server: '' });
  const close = () => setForm(null);
  return (
    <div class="options-part">
      <h3>{t('accounts_title')}</h3>
      <p class="r-muted">{t('accounts_intro')}</p>
      {accounts.state === 'failed' && <Notice kind="failed">{errorText(accounts.code)}</Notice>}
      {accounts.value === undefined && accounts.state !== 'failed' && <Skeleton count={1} />}
      {accounts.value !== undefined && accounts.value.length > 0 && (
        <ul class="r-list options-connections">
          {accounts.value.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              onSignIn={() => setForm({ network: account.network, handle: account.handle, server: account.server })}
            />
          ))}
        </ul>
      )}
      {form === null ? (
        <div class="r-row r-wrap">
          {(['bluesky', 'mastodon'] as const).map((network) => (
            <Button key={network} icon={<NetworkMark network={network} size={14} />} onClick={() => open(network)}>
              {t('accounts_add', networkName(network))}
            </Button>
          ))}
        </div>
      ) : form.network === 'bluesky' ? (
        <BlueskySignIn {...{ form, requestHostAccess }} onClose={close} />
      ) : (
        <MastodonSignIn {...{ form, requestHostAccess }} onClose={close} />
      )}
    </div>
  );
}
