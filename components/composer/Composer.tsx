import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { strongestLevel } from '../../lib/domain/checks/evaluate.ts';
import { isErrorCode } from '../../lib/domain/errors.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readComposerContext } from '../../lib/storage/queries/composer.ts';
import { InstanceForm } from '../networks/InstanceForm.tsx';
import { LaterMenu } from '../plan/LaterMenu.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { isSendKey } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useNow } from '../ui/use-now.ts';
import { clipboardText } from './clipboard-text.ts';
import { DirectPost } from './DirectPost.tsx';
import { NetworkPicker } from './NetworkPicker.tsx';
import { NetworkTabs } from './NetworkTabs.tsx';
import { onNextPaint } from './on-next-paint.ts';
import { PostPanel } from './PostPanel.tsx';
import { Round } from './Round.tsx';
import { ShareFooter } from './ShareFooter.tsx';
import { useFindings } from './use-findings.ts';
import { usePlaces } from './use-places.ts';
import { addressOf, proposedText, usePost } from './use-post.ts';
import { useProblems } from './use-problems.ts';
import type { Turn } from './use-round.ts';
import { useSharePost } from './use-share-post.ts';
import { useTexts } from './use-texts.ts';
import './Composer.css';

export type ComposerProps = {
  db: RelaisDb;
  card: FeedCard;
  network: NetworkId;
  /** All it goes to, when that is several. */
  others?: NetworkId[];
  /** Why one click was not enough. */
  reason: 'clipboard_refused' | null;
  /** A window of its own stays open while networks open one after the other; the toolbar's popup does not. */
  standsAlone?: boolean;
  /** Begins with the round of its networks, their texts being written. */
  startsRound?: boolean;
  onBack: () => void;
  onShared: (network: NetworkId, shareId: string) => void;
};

/** The employee's own words for one item, network by network, before the networks' windows open. */
export function Composer({ db, card, reason, onBack, onShared, ...props }: ComposerProps) {
  // Preferences are no part of the database: what is changed of them here is read again.
  const [savedCount, setSavedCount] = useState(0);
  const context = useLiveQuery(() => readComposerContext(db, card.id), [db, card.id, savedCount]).value;
  const texts = useTexts(db, card.id);
  const first = useMemo(() => [...new Set([props.network, ...(props.others ?? [])])], []);
  const places = usePlaces({ card, context, texts, first });
  const { network, chosen } = places;
  const [inRound, setInRound] = useState(props.startsRound ?? false);
  const post = usePost({ card, network, context, texts });
  const findings = useFindings(context, network, post.text);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (inRound) return;
    area.current?.focus();
    return onNextPaint(() => performance.mark('relais:composer-ready'));
  }, [inRound]);

  useLayoutEffect(() => {
    // Another text is read from its beginning, and what is said above it seen.
    const main = area.current?.closest('main');
    if (main) main.scrollTop = 0;
  }, [network]);

  const offerOf = (id: NetworkId) => context?.offered.find((one) => one.id === id) ?? networks[id];
  const turns = chosen.map((id): Turn => {
    const text = texts.of(id)?.text ?? proposedText(context, card, id);
    const { takes } = offerOf(id);
    const address = addressOf(context, card, id);
    return { network: id, text, takes, address, clip: clipboardText(takes, text, address) };
  });
  const problems = useProblems({ card, context, now: useNow(), posts: turns });
  const { takes, limit } = offerOf(network);
  const level = strongestLevel(findings);
  const over = post.count === null ? 0 : Math.max(0, post.count - limit);
  const told = (on: NetworkId, shareId: string) => {
    texts.forget(on);
    onShared(on, shareId);
  };
  const sending = useSharePost({
    ...{ itemId: card.id, network, takes, post, over, level, area },
    wasRefused: reason === 'clipboard_refused',
    onShared: told,
  });
  const isSeveral = chosen.length > 1;
  const share = (agreed: boolean) => {
    if (!isSeveral) void sending.share(agreed);
    else if (sending.asksForBlank()) return;
    else if (props.standsAlone) setInRound(true);
    // The toolbar's popup closes with the first window: the round goes on in a window of its own.
    else void sending.command.run('openComposer', { itemId: card.id, networks: chosen, startsRound: true });
  };
  const moveTo = (move: (id: NetworkId) => void) => (id: NetworkId) => {
    sending.moved();
    move(id);
  };
  if (inRound) {
    return (
      <Round
        db={db}
        itemId={card.id}
        turns={texts.loaded && context !== undefined ? turns : null}
        onShared={texts.forget}
        onBack={() => setInRound(false)}
        onEdit={(id) => {
          places.show(id);
          setInRound(false);
        }}
        onDone={onBack}
      />
    );
  }
  const name = networkName(network);
  const shareOne = networks[network].audience === 'own' ? name : t('composer_share', name);
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
      <header class="composer-header">
        <IconButton label={t('composer_back')} onClick={onBack}>
          <Icon name="arrow-left" />
        </IconButton>
        <h1 class="r-grow">{places.several ? t('composer_several_title') : t('composer_title', name)}</h1>
      </header>
      <NetworkPicker
        offered={context?.offered ?? []}
        allowed={card.networks}
        chosen={chosen}
        several={places.several}
        onSeveral={places.setSeveral}
        onChoose={moveTo(places.choose)}
      />
      <main class="composer-main">
        {isSeveral && <NetworkTabs {...{ network, chosen, problems }} onShow={moveTo(places.show)} />}
        {sending.refused && <Notice kind="warning">{errorText('clipboard_refused')}</Notice>}
        {sending.command.failed && <Notice kind="failed">{errorText(sending.command.failed)}</Notice>}
        {isErrorCode(texts.state) && <Notice kind="warning">{t('composer_draft_unkept')}</Notice>}
        {places.adapted.has(network) && <Notice>{t('composer_adapted', name)}</Notice>}
        {context?.offered.find((one) => one.id === network)?.needsInstance && (
          <InstanceForm
            instance={null}
            focused
            onSaved={() => {
              setSavedCount((n) => n + 1);
              sending.command.clear();
              area.current?.focus();
            }}
          />
        )}
        <PostPanel
          {...{ card, context, network, takes, limit, over, post, findings, sending, area }}
          isKept={texts.state === 'kept' || (texts.state === 'idle' && texts.restored.has(network))}
          isTab={isSeveral}
        />
      </main>
      {!isSeveral && (
        <DirectPost
          {...{ db, card, network, text: post.text, onPublished: told }}
          disabled={over > 0 || level === 'block'}
        />
      )}
      <ShareFooter
        label={isSeveral ? plural('composer_share_several', chosen.length) : shareOne}
        busy={sending.command.busy !== null}
        disabled={!isSeveral && over > 0}
        blocked={!isSeveral && level === 'block'}
        asking={!isSeveral && sending.asking}
        onShare={() => share(false)}
        onAgree={() => share(true)}
        onReadAgain={() => {
          sending.stopAsking();
          area.current?.focus();
        }}
      >
        <LaterMenu
          {...{ db, itemId: card.id }}
          posts={isSeveral ? turns : turns.filter((turn) => turn.network === network)}
          canPost={level !== 'block' && over === 0}
        />
      </ShareFooter>
    </div>
  );
}
