import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readSpotScreen, type SpotScreen } from '../../lib/storage/queries/spot-window.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton, Spinner } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { SpotDone } from './SpotDone.tsx';
import { SpotForm } from './SpotForm.tsx';
import './spot.css';

export type SpotWindowProps = {
  db: RelaisDb;
  draftId: string;
  /** Opens a page of Relais in a tab, and leaves this window where it is. */
  openPage: (path: string) => void;
  closeWindow: () => void;
  undoWindowMs?: number;
};

/** The window that the spot gesture opens: the page, its groups, then what became of it. */
export function SpotWindow({ db, draftId, openPage, closeWindow, undoWindowMs = 10_000 }: SpotWindowProps) {
  const live = useLiveQuery(() => readSpotScreen(db, draftId), [db, draftId]);
  const [spotId, setSpotId] = useState<string | null>(null);
  const sending = useRef(false);
  // Sending consumes the draft before its answer arrives: the form stays what it was until then.
  const last = useRef<SpotScreen | null>(null);
  if (live.value) last.current = live.value;
  const screen = live.value ?? (sending.current ? last.current : null);

  const body = () => {
    if (spotId !== null) {
      const openJournal = () => openPage('dashboard.html#journal');
      return <SpotDone {...{ db, spotId, undoWindowMs }} onOpenJournal={openJournal} onClose={closeWindow} />;
    }
    if (live.state === 'failed') {
      return (
        <EmptyState icon="warning" title={t('spot_failed_title')}>
          {errorText(live.code)}
        </EmptyState>
      );
    }
    if (live.state === 'loading' && screen === null) return <Skeleton />;
    if (screen === null) {
      return (
        <EmptyState icon="check" title={t('spot_gone_title')} action={{ label: t('spot_close'), onClick: closeWindow }}>
          {t('spot_gone_body')}
        </EmptyState>
      );
    }
    const { page, refusal } = screen.draft;
    if (page === null) {
      const reason = refusal ?? 'no_access';
      return (
        <EmptyState
          icon="spot"
          title={t(`spot_refused_${reason}_title`)}
          action={{ label: t('spot_close'), onClick: closeWindow }}
        >
          {t(`spot_refused_${reason}_body`)}
        </EmptyState>
      );
    }
    if (!screen.hasConnection) {
      const connect = { label: t('spot_connect'), onClick: () => openPage('welcome.html') };
      return (
        <>
          {screen.draft.warnings.includes('not_in_feed') && (
            <Notice kind="warning">{t('spot_warning_not_in_feed')}</Notice>
          )}
          <EmptyState icon="users" title={t('spot_no_connection_title')} action={connect}>
            {t('spot_no_connection_body')}
          </EmptyState>
        </>
      );
    }
    if (screen.groups.length === 0) return <NoGroups />;
    const onSending = () => {
      sending.current = true;
    };
    return <SpotForm screen={screen} page={page} onSending={onSending} onSent={setSpotId} />;
  };

  return (
    <main class="spot-window">
      <header class="spot-header">
        <Mark />
        <h1>{t('spot_title')}</h1>
      </header>
      {body()}
    </main>
  );
}

function NoGroups() {
  const command = useCommand();
  const refresh = { label: t('spot_groups_refresh'), onClick: () => void command.run('refreshGroups', {}) };
  return (
    <div class="spot-body">
      <EmptyState icon="users" title={t('spot_groups_empty_title')} action={refresh}>
        {t('spot_groups_empty_body')}
      </EmptyState>
      {command.busy !== null && <Spinner />}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </div>
  );
}
