import { useState } from 'preact/hooks';
import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { needsClipboard } from '../../lib/domain/networks/takes.ts';
import { language, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readComposedCard } from '../../lib/storage/queries/composer.ts';
import { Composer } from '../composer/Composer.tsx';
import { ShareOutcome } from '../composer/ShareOutcome.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { pasteKeys } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import './ComposePage.css';

type ComposePageProps = {
  db: RelaisDb;
  /** As the address says: an item, the names of networks, whether they are opened right away. */
  itemId: string;
  names: string[];
  startsRound: boolean;
  /** The employee's own networks, for an address that names none that this version knows. */
  preferred: NetworkId[];
  close: () => void;
};

/** The composer as a page of its own: for a shortcut, the address bar, a reminder, and several networks in turn. */
export function ComposePage({ db, itemId, names, startsRound, preferred, close }: ComposePageProps) {
  // Read once: a card that changes under someone who writes would only disturb.
  const [openedAt] = useState(Date.now);
  const card = useLiveQuery(
    async () => (await readComposedCard(db, itemId, openedAt, language())) ?? null,
    [db, itemId],
  );
  const [shared, setShared] = useState<{ network: NetworkId; shareId: string } | null>(null);
  if (card.value === undefined) {
    return card.state === 'failed' ? <Notice kind="failed">{errorText(card.code)}</Notice> : <Skeleton />;
  }
  if (card.value === null) {
    return <EmptyState icon="check" title={t('compose_gone')} action={{ label: t('compose_close'), onClick: close }} />;
  }
  if (shared !== null) return <Shared db={db} {...shared} close={close} />;
  const { draftOn, networks: allowed } = card.value;
  const named = names.flatMap((name) => networkIds.filter((id) => id === name));
  const usual = preferred.find((id) => allowed?.includes(id) ?? true) ?? allowed?.[0] ?? preferred[0] ?? 'linkedin';
  const [network = draftOn ?? usual, ...others] = named;
  return (
    <div class="compose">
      <Composer
        db={db}
        card={card.value}
        network={network}
        others={others}
        reason={null}
        standsAlone
        startsRound={startsRound}
        onBack={close}
        onShared={(on, shareId) => setShared({ network: on, shareId })}
      />
    </div>
  );
}

type SharedProps = { db: RelaisDb; network: NetworkId; shareId: string; close: () => void };

function Shared({ db, network, shareId, close }: SharedProps) {
  const name = networkName(network);
  return (
    <main class="compose-shared">
      <Notice kind="ok">
        {needsClipboard(networks[network].takes) ? t('round_open_copied', name, pasteKeys()) : t('round_opened', name)}
      </Notice>
      <ShareOutcome db={db} shareId={shareId} name={name} />
      <Button variant="primary" onClick={close}>
        {t('compose_close')}
      </Button>
    </main>
  );
}
