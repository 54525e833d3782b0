import { useState } from 'preact/hooks';
import type { Account, DirectNetworkId } from '../../lib/domain/account.ts';
import { isDirectNetwork } from '../../lib/domain/account.ts';
import { type Visibility, visibilities } from '../../lib/domain/direct-post.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readAccountsOn } from '../../lib/storage/queries/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Checkbox } from '../ui/Switch.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { DirectPostOutcome } from './DirectPostOutcome.tsx';
import { useDirectPost } from './use-direct-post.ts';
import './DirectPost.css';

export type DirectPostProps = {
  db: RelaisDb;
  card: FeedCard;
  network: NetworkId;
  text: string;
  /** Of the text, when it is known to be another than the interface's. */
  language?: string;
  /** The text is too long, or a check stops it; its own words say so. */
  disabled: boolean;
  onPublished: (network: NetworkId, shareId: string) => void;
};

/** The other way to share, where the person connected an account of theirs: no window opens. */
export function DirectPost(props: DirectPostProps) {
  const { db, network } = props;
  const accounts = useLiveQuery(
    async () => (isDirectNetwork(network) ? readAccountsOn(db, network) : []),
    [db, network],
  );
  // What was read last may still be another network's, for one render.
  const own = (accounts.value ?? []).filter((account) => account.network === network);
  if (own.length === 0) return null;
  return <DirectPostForm key={`${network} ${props.card.id}`} {...props} accounts={own} />;
}

function DirectPostForm({
  card,
  text,
  language,
  disabled,
  onPublished,
  accounts,
}: DirectPostProps & { accounts: Account[] }) {
  const [accountId, setAccountId] = useState(accounts[0]?.id);
  const account = accounts.find(({ id }) => id === accountId) ?? accounts[0];
  // A card on Bluesky is bare without its picture; Mastodon draws a card of its own.
  const [withPicture, setWithPicture] = useState(card.picture !== null && account?.network === 'bluesky');
  const [pictureAlt, setPictureAlt] = useState(card.pictureAlt);
  const [visibility, setVisibility] = useState<Visibility>('public');
  const direct = useDirectPost(onPublished);
  if (account === undefined) return null;
  const hasOptions = accounts.length > 1 || card.picture !== null || account.network === 'mastodon';
  const input = {
    ...{ itemId: card.id, accountId: account.id, network: account.network as DirectNetworkId, text, withPicture },
    ...{ pictureAlt: withPicture ? pictureAlt : '', visibility, ...(language !== undefined && { language }) },
  };
  return (
    <section class="direct-post" aria-label={t('direct_title')}>
      {hasOptions && (
        <details>
          <summary>{t('direct_options')}</summary>
          <div class="direct-options">
            {accounts.length > 1 && (
              <Choice
                label={t('direct_account')}
                value={account.id}
                options={accounts.map(({ id, handle }) => [id, `@${handle}`])}
                onChange={setAccountId}
              />
            )}
            {card.picture !== null && (
              <Checkbox label={t('direct_picture')} checked={withPicture} onChange={setWithPicture} />
            )}
            {withPicture && (
              <Field
                label={t('direct_alt')}
                hint={t('direct_alt_hint')}
                value={pictureAlt}
                onInput={setPictureAlt}
                maxLength={1500}
              />
            )}
            {account.network === 'mastodon' && (
              <Choice
                label={t('direct_visibility')}
                value={visibility}
                options={visibilities.map((one) => [one, t(`direct_visibility_${one}`)])}
                onChange={setVisibility}
              />
            )}
          </div>
        </details>
      )}
      {direct.warned && (
        <Notice
          kind="warning"
          action={{
            label: t('composer_share_anyway'),
            onClick: () => direct.publish({ ...input, warningsSeen: true }),
          }}
        >
          {t('composer_warning_question')}
        </Notice>
      )}
      <DirectPostOutcome direct={direct} isRevoked={account.state === 'revoked'} />
      {account.state === 'active' && (
        <Button block busy={direct.busy} disabled={disabled} onClick={() => direct.publish(input)}>
          {t('direct_publish', account.handle)}
        </Button>
      )}
    </section>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: [Value, string][];
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label class="direct-choice">
      <span class="r-label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
