import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Preferences } from '../../lib/domain/preferences.ts';
import { type MessageKey, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { Card } from '../ui/Card.tsx';
import type { HasHostAccess, RequestHostAccess } from '../ui/CommandFailure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Mark } from '../ui/Mark.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { ConnectionsSection } from './ConnectionsSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import { type Shortcuts, ShortcutsSection } from './ShortcutsSection.tsx';
import { SourcesSection } from './SourcesSection.tsx';
import { TopicsSection } from './TopicsSection.tsx';
import '../ui/page.css';
import './options.css';

export type OptionsProps = {
  db: RelaisDb;
  /** As stored when the page opened; this page is where they change. */
  preferences: Preferences;
  version: string;
  browserFamily: 'chrome' | 'firefox';
  shortcuts: Shortcuts;
  openShortcutSettings: () => Promise<void>;
  requestHostAccess: RequestHostAccess;
  hasHostAccess: HasHostAccess;
  requestNotifications: () => Promise<boolean>;
  now?: () => number;
};

const sections = {
  sources: 'sources_title',
  connections: 'options_connections',
  profile: 'options_profile',
  topics: 'options_topics',
  appearance: 'options_appearance',
  notifications: 'options_notifications',
  privacy: 'options_privacy',
  shortcuts: 'options_shortcuts',
  about: 'options_about',
} as const satisfies Record<string, MessageKey>;

type SectionId = keyof typeof sections;

/** Everything that can be set, on one page that reads from top to bottom. */
export function Options(props: OptionsProps) {
  const { db, requestHostAccess, hasHostAccess, now = Date.now } = props;
  const [erased, setErased] = useState(false);
  return (
    <div class="options">
      <header class="page-header">
        <Mark size={30} />
        <h1>{t('options_title')}</h1>
      </header>
      {erased ? (
        <main class="page-main">
          <Card>
            <EmptyState
              icon="check"
              title={t('options_erased')}
              action={{ label: t('options_start_again'), onClick: () => location.assign('welcome.html') }}
            />
          </Card>
        </main>
      ) : (
        <div class="page-main options-columns">
          <nav class="options-nav" aria-label={t('options_nav')}>
            {Object.entries(sections).map(([id, key]) => (
              <a key={id} href={`#${id}`}>
                {t(key)}
              </a>
            ))}
          </nav>
          <main class="r-stack">
            <Section id="sources" intro={t('sources_intro')}>
              <SourcesSection {...{ db, requestHostAccess, hasHostAccess, now }} />
            </Section>
            <Section id="connections" intro={t('options_connections_intro')}>
              <ConnectionsSection {...{ db, requestHostAccess }} />
            </Section>
            <Section id="profile" intro={t('options_profile_intro')}>
              <ProfileSection preferences={props.preferences} />
            </Section>
            <Section id="topics" intro={t('options_topics_intro')}>
              <TopicsSection db={db} now={now} />
            </Section>
            <Section id="appearance">
              <AppearanceSection preferences={props.preferences} {...{ db, requestHostAccess }} />
            </Section>
            <Section id="notifications" intro={t('options_notifications_intro')}>
              <NotificationsSection {...props} />
            </Section>
            <Section id="privacy" intro={t('options_privacy_intro')}>
              <PrivacySection db={db} preferences={props.preferences} now={now} onErased={() => setErased(true)} />
            </Section>
            <Section id="shortcuts">
              <ShortcutsSection {...props} />
            </Section>
            <Section id="about">
              <AboutSection version={props.version} />
            </Section>
          </main>
        </div>
      )}
    </div>
  );
}

type SectionProps = { id: SectionId; intro?: string; children: ComponentChildren };

function Section({ id, intro, children }: SectionProps) {
  return (
    <Card as="section" id={id} class="options-section" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{t(sections[id])}</h2>
        {intro !== undefined && <p class="r-muted">{intro}</p>}
      </div>
      {children}
    </Card>
  );
}
