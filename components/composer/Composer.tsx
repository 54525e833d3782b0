import { useEffect, useRef, useState } from 'preact/hooks';
import { applyFix, strongestLevel } from '../../lib/domain/checks/evaluate.ts';
import type { Fix } from '../../lib/domain/checks/evaluate-rule.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readPostContext } from '../../lib/storage/queries/checks.ts';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { isSendKey } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { ComposerHeader } from './ComposerHeader.tsx';
import { CopyNote } from './CopyNote.tsx';
import { Findings, FindingsStatus } from './Findings.tsx';
import { PostLength } from './PostLength.tsx';
import { Preview } from './Preview.tsx';
import { Proposals } from './Proposals.tsx';
import { ShareFooter } from './ShareFooter.tsx';
import { useFindings } from './use-findings.ts';
import { usePost } from './use-post.ts';
import './Composer.css';

const stopping = ['block', 'warning'] as const;
const advising = ['advice'] as const;

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
  const [asking, setAsking] = useState(false);
  const context = useLiveQuery(() => readPostContext(db, card.id), [db, card.id]).value;
  const post = usePost({ card, network, suggestions: context?.item.suggestions ?? [], drafts });
  const findings = useFindings(context, network, post.text);
  const command = useCommand();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);

  const { name, takes, limit } = networks[network];
  const level = strongestLevel(findings);
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
  const share = async (agreed: boolean) => {
    if (over > 0 || level === 'block' || command.busy) return;
    setAsking(level === 'warning' && !agreed);
    if (level === 'warning' && !agreed) return;
    // Once refused, a second press means that the employee copied the text, or goes without.
    if (takes === 'link' && post.text.trim() !== '' && !refused && !(await copy())) return;
    const input = { itemId: card.id, network, text: post.text, ...(agreed && { warningsSeen: true }) };
    if (await command.run('startShare', input)) onShared(network);
  };
  const write = (text: string) => {
    setCopied(false);
    setAsking(false);
    post.setText(text);
  };
  const show = (start: number, end: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const fix = (one: Fix) => {
    write(applyFix(post.text, one));
    area.current?.focus();
  };
  const shown = { findings, text: post.text, network, onFix: fix, onShow: show };
  const choose = (next: NetworkId) => {
    setNetwork(next);
    setAsking(false);
    setCopied(false);
    setRefused(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut works from every field inside -- Share is a button as well
    <div
      class="composer"
      onKeyDown={(event) => {
        if (isSendKey(event)) share(false);
        if (event.key !== 'Escape') return;
        // Escape closes a toolbar popup as a whole unless it was used for something.
        event.preventDefault();
        onBack();
      }}
    >
      <ComposerHeader network={network} onChoose={choose} onBack={onBack} />
      <main class="composer-main">
        {refused && <Notice kind="warning">{errorText('clipboard_refused')}</Notice>}
        {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
        <Proposals post={post} />
        <Field
          label={t('composer_text')}
          labelHidden
          rows={7}
          value={post.text}
          onInput={write}
          error={over > 0 ? t('composer_over', over, name) : null}
          inputRef={area}
        />
        <PostLength post={post} limit={limit} />
        <FindingsStatus findings={findings} network={network} />
        <Findings {...shown} levels={stopping} />
        <CopyNote network={network} copied={copied} onCopy={copy} />
        <Findings {...shown} levels={advising} />
        <Preview card={card} />
      </main>
      <ShareFooter
        networkName={name}
        busy={command.busy !== null}
        disabled={over > 0}
        blocked={level === 'block'}
        asking={asking && level === 'warning'}
        onShare={() => share(false)}
        onAgree={() => share(true)}
        onReadAgain={() => {
          setAsking(false);
          area.current?.focus();
        }}
      />
    </div>
  );
}
