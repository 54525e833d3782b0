import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readConnections } from '../../lib/storage/queries/settings.ts';
import { AddSource } from '../sources/AddSource.tsx';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Card } from '../ui/Card.tsx';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useOnline } from '../ui/use-online.ts';
import { ConnectSteps } from './ConnectSteps.tsx';
import { WelcomeDone } from './WelcomeDone.tsx';
import '../ui/page.css';
import './welcome.css';

export type WelcomeProps = {
  db: RelaisDb;
  /** From the page's own address, where an invitation brought the person here; else empty. */
  invitationUrl: string;
  /** The shortcut that opens the popup; empty when there is none. */
  popupShortcut: string;
  requestHostAccess: RequestHostAccess;
  closePage: () => void;
};

/** The first page: an invitation or any address, and the work can begin. */
export function Welcome({ db, invitationUrl, popupShortcut, requestHostAccess, closePage }: WelcomeProps) {
  const connections = useLiveQuery(() => readConnections(db), [db]);
  const online = useOnline();
  const [companyName, setCompanyName] = useState<string | null>(null);
  const [sourceTitle, setSourceTitle] = useState<string | null>(null);
  const done = companyName !== null || sourceTitle !== null;
  return (
    <main class="welcome">
      <header class="welcome-head">
        <Mark size={44} />
        <h1>{t('welcome_title')}</h1>
        <p>{t('welcome_intro')}</p>
      </header>
      {!online && (
        <Notice kind="info" icon="offline">
          {t('welcome_offline')}
        </Notice>
      )}
      {connections.state === 'failed' && <Notice kind="failed">{errorText(connections.code)}</Notice>}
      {!done &&
        connections.value?.map(({ id, companyName: known, state }) =>
          state === 'active' ? (
            <Notice key={id} kind="ok">
              {t('welcome_connected_already', known)}
            </Notice>
          ) : null,
        )}
      {done ? (
        <WelcomeDone {...{ db, companyName, popupShortcut }} />
      ) : (
        <>
          <ConnectSteps {...{ invitationUrl, requestHostAccess }} onConnected={setCompanyName} />
          <Card as="section" class="welcome-card">
            <h2>{t('welcome_or_feed')}</h2>
            <p class="r-muted">{t('welcome_or_feed_body')}</p>
            <AddSource requestHostAccess={requestHostAccess} onAdded={setSourceTitle} />
          </Card>
        </>
      )}
      <section class="welcome-asks">
        <h2>{t('welcome_asks_title')}</h2>
        <ul class="r-list">
          <Ask icon="spot">{t('welcome_asks_page')}</Ask>
          <Ask icon="globe">{t('welcome_asks_site')}</Ask>
          <Ask icon="lock">{t('welcome_asks_storage')}</Ask>
        </ul>
      </section>
      {!done && (
        <footer class="welcome-skip">
          <Button variant="quiet" onClick={closePage}>
            {t('welcome_skip')}
          </Button>
          <p class="r-muted">{t('welcome_skip_body')}</p>
        </footer>
      )}
      {done && (
        <footer class="welcome-skip">
          <ButtonLink variant="quiet" href="options.html" icon={<Icon name="settings" />}>
            {t('welcome_open_settings')}
          </ButtonLink>
        </footer>
      )}
    </main>
  );
}

function Ask({ icon, children }: { icon: IconName; children: string }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}
