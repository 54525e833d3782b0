import { useEffect, useRef, useState } from 'preact/hooks';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readItem } from '../../lib/storage/queries/feed.ts';
import { Button } from '../ui/Button.tsx';
import { ChipButton } from '../ui/Chip.tsx';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { isSendKey, pasteKeys, sendKeys } from '../ui/keys.ts';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { PostLength } from './PostLength.tsx';
import { Preview } from './Preview.tsx';
import { Proposals } from './Proposals.tsx';
import { usePost } from './use-post.ts';
import './Composer.css';

export type ComposerProps = {
  db: RelaisDb;
  card: FeedCard;
  network: NetworkId;
  /** Why one click was not enough. */
  reason: 'clipboard_refused' | null;
  /** Texts written since the popup opened, by item and network. */
  drafts: Map<string, string>;
  onBack: () => void;
  onShared: (network: NetworkId) => void;
};

/** The employee's own words for one item, network by network, before the network's window opens. */
export function Composer({ db, card, network: first, reason, drafts, onBack, onShared }: ComposerProps) {
  const [network, setNetwork] = useState(first);
  const [refused, setRefused] = useState(reason === 'clipboard_refused');
  const [copied, setCopied] = useState(false);
  const item = useLiveQuery(() => readItem(db, card.id), [db, card.id]);
  const post = usePost({ card, network, suggestions: item.value?.suggestions ?? [], drafts });
  const command = useCommand();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);

  const { name, takes, limit } = networks[network];
  const over = post.count === null ? 0 : Math.max(0, post.count - limit);

  /** Whether the text is on the clipboard; if not, the employee is told and copies it by hand. */
  const copy = async (): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(post.text);
      setRefused(false);
      setCopied(true);
      return true;
    } catch {
      setRefused(true);
      area.current?.select();
      return false;
    }
  };
  const share = async () => {
    if (over > 0 || command.busy) return;
    // Once refused, a second press means that the employee copied the text, or goes without.
    if (takes === 'link' && post.text.trim() !== '' && !refused && !(await copy())) return;
    if (await command.run('startShare', { itemId: card.id, network, text: post.text })) onShared(network);
  };
  const choose = (next: NetworkId) => {
    setNetwork(next);
    setCopied(false);
    setRefused(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut works from every field inside -- Share is a button as well
    <div
      class="composer"
      onKeyDown={(event) => {
        if (isSendKey(event)) share();
        if (event.key !== 'Escape') return;
        // Escape closes a toolbar popup as a whole unless it was used for something.
        event.preventDefault();
        onBack();
      }}
    >
      <header class="composer-header">
        <IconButton label={t('composer_back')} onClick={onBack}>
          <Icon name="arrow-left" />
        </IconButton>
        <h1 class="r-grow">{t('composer_title', name)}</h1>
        <fieldset class="composer-networks">
          <legend class="r-hidden">{t('composer_networks')}</legend>
          {networkIds.map((id) => (
            <ChipButton key={id} pressed={id === network} label={networks[id].name} onClick={() => choose(id)}>
              <NetworkMark network={id} size={14} />
            </ChipButton>
          ))}
        </fieldset>
      </header>
      <main class="composer-main">
        {refused && <Notice kind="warning">{errorText('clipboard_refused')}</Notice>}
        {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
        <Proposals post={post} />
        <Field
          label={t('composer_text')}
          labelHidden
          rows={7}
          value={post.text}
          onInput={(text) => {
            setCopied(false);
            post.setText(text);
          }}
          error={over > 0 ? t('composer_over', over, name) : null}
          inputRef={area}
        />
        <PostLength post={post} limit={limit} />
        <div class="composer-note">
          <p class="r-grow">
            {takes === 'link' ? t('composer_link_only', name, pasteKeys()) : t('composer_prefilled', name)}
          </p>
          <Button icon={<Icon name={copied ? 'check' : 'copy'} size={16} />} onClick={copy}>
            {t(copied ? 'composer_copied' : 'composer_copy')}
          </Button>
        </div>
        <Preview card={card} />
      </main>
      <footer class="composer-footer">
        <Button variant="primary" size="large" block busy={command.busy !== null} disabled={over > 0} onClick={share}>
          {t('composer_share', name)}
        </Button>
        <p class="r-muted">{t('composer_keys', sendKeys())}</p>
      </footer>
    </div>
  );
}
