import { useEffect, useRef } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { needsClipboard } from '../../lib/domain/networks/takes.ts';
import { findBlank } from '../../lib/domain/openings.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { pasteKeys } from '../ui/keys.ts';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { networkName } from '../ui/network-name.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { ShareOutcome } from './ShareOutcome.tsx';
import { type Turn, type TurnState, useRound } from './use-round.ts';
import './Round.css';

type RoundProps = {
  db: RelaisDb;
  itemId: string;
  /** Null until what was written is known. */
  turns: Turn[] | null;
  onShared: (network: NetworkId) => void;
  onBack: () => void;
  /** To the text of one network. */
  onEdit: (network: NetworkId) => void;
  onDone: () => void;
};

/** Each network in its turn: what is open, what waits, what to mend. */
export function Round({ db, itemId, turns, onShared, onBack, onEdit, onDone }: RoundProps) {
  const round = useRound(itemId, onShared);
  const list = useRef<HTMLUListElement>(null);
  const next = turns?.find(({ network }) => round.stateOf(network).is === 'waiting')?.network;
  // The next one is a press on Enter away, also after coming back from the last one.
  useEffect(() => list.current?.querySelector<HTMLElement>('[data-next]')?.focus(), [next]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back as the button does -- nothing else is listened to
    <div
      class="composer"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <header class="composer-header">
        <IconButton label={t('composer_back')} onClick={onBack}>
          <Icon name="arrow-left" />
        </IconButton>
        <h1 class="r-grow">{t('round_title')}</h1>
      </header>
      <main class="composer-main">
        <p class="r-muted">{t('round_text')}</p>
        {turns === null && <Skeleton />}
        <ul class="r-list round" ref={list}>
          {turns?.map((turn) => (
            <Card as="li" class="round-turn" key={turn.network}>
              <h2>
                <NetworkMark network={turn.network} />
                {networkName(turn.network)}
              </h2>
              <TurnBody
                {...{ db, turn, onEdit }}
                state={round.stateOf(turn.network)}
                isNext={next === turn.network}
                open={(how) => round.open(turn, how)}
              />
            </Card>
          ))}
        </ul>
      </main>
      <footer class="composer-footer">
        <Button
          variant={turns !== null && next === undefined ? 'primary' : 'plain'}
          size="large"
          block
          onClick={onDone}
        >
          {t('round_done')}
        </Button>
      </footer>
    </div>
  );
}

type TurnBodyProps = {
  db: RelaisDb;
  turn: Turn;
  state: TurnState;
  isNext: boolean;
  open: (how?: { agreed?: boolean; copied?: boolean }) => void;
  onEdit: (network: NetworkId) => void;
};

function TurnBody({ db, turn, state, isNext, open, onEdit }: TurnBodyProps) {
  const { network, clip } = turn;
  const name = networkName(network);
  const edit = <Button onClick={() => onEdit(network)}>{t('round_edit')}</Button>;
  if (state.is === 'opened') {
    return (
      <>
        <p role="status">
          {needsClipboard(state.turn.takes) ? t('round_open_copied', name, pasteKeys()) : t('round_opened', name)}
        </p>
        <ShareOutcome db={db} shareId={state.shareId} name={name} />
      </>
    );
  }
  if (state.is === 'failed') {
    const isRefused = state.code === 'clipboard_refused';
    const isWarned = state.code === 'check_warned';
    return (
      <>
        <p role="alert">{isWarned ? t('composer_warning_question') : errorText(state.code)}</p>
        {isRefused && (
          <textarea
            class="r-input"
            rows={3}
            dir="auto"
            readOnly
            aria-label={t('composer_text')}
            value={clip}
            ref={selectAll}
          />
        )}
        <div class="r-row r-wrap">
          {state.code !== 'check_blocked' && (
            <Button variant="primary" onClick={() => open({ agreed: isWarned, copied: isRefused })}>
              {isWarned ? t('composer_share_anyway') : isRefused ? t('round_open', name) : t('action_retry')}
            </Button>
          )}
          {edit}
        </div>
      </>
    );
  }
  return (
    <>
      <p class="round-text" dir="auto">
        {turn.text}
      </p>
      {findBlank(turn.text) !== null && <p class="round-blank">{t('round_blank')}</p>}
      <div class="r-row r-wrap">
        <Button
          variant={isNext ? 'primary' : 'plain'}
          data-next={isNext || undefined}
          busy={state.is === 'opening'}
          onClick={() => open()}
        >
          {t('round_open', name)}
        </Button>
        {edit}
      </div>
    </>
  );
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.select();
}
