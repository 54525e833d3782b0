import { formatRelative, plural, t } from '../../lib/i18n/messages.ts';
import type { SourceStatus } from '../../lib/storage/queries/settings.ts';
import { Chip } from '../ui/Chip.tsx';
import { CommandFailure, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { hostOf } from '../ui/host-of.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useCommand } from '../ui/use-command.ts';
import './sources.css';

type SourceListProps = { sources: SourceStatus[]; now: number; requestHostAccess: RequestHostAccess };

/** Every source with what it gave, when it was last asked, and why it failed if it did. */
export function SourceList({ sources, now, requestHostAccess }: SourceListProps) {
  return (
    <ul class="r-list sources-list">
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} now={now} requestHostAccess={requestHostAccess} />
      ))}
    </ul>
  );
}

type SourceRowProps = { source: SourceStatus; now: number; requestHostAccess: RequestHostAccess };

function SourceRow({ source, now, requestHostAccess }: SourceRowProps) {
  const command = useCommand();
  const refresh = () => void command.run('refreshSources', { sourceId: source.id });
  const facts = [
    plural('sources_items', source.itemCount),
    source.checkedAt === null
      ? t('sources_never_checked')
      : t('sources_checked', formatRelative(source.checkedAt, now)),
  ];
  const { failure } = source;
  return (
    <li class="sources-row">
      <div class="sources-row-head">
        <div class="r-grow">
          <div class="r-row r-wrap">
            <h3>{source.title}</h3>
            <Chip tone={source.kind === 'hub' ? 'group' : 'plain'}>{t(`sources_kind_${source.kind}`)}</Chip>
          </div>
          <p class="r-muted sources-address">
            {source.kind === 'hub' ? hostOf(source.url) : source.url.replace(/^https?:\/\//, '')}
          </p>
          <p class="r-muted">{facts.join(' · ')}</p>
        </div>
        <IconButton
          label={t('sources_refresh', source.title)}
          aria-busy={command.busy === 'refreshSources' || undefined}
          onClick={refresh}
        >
          <Icon name="refresh" />
        </IconButton>
      </div>
      {failure !== null && (
        <>
          <CommandFailure
            command={{
              failed: failure.code,
              origin: URL.canParse(source.url) ? new URL(source.url).origin : null,
            }}
            requestHostAccess={requestHostAccess}
            onAllowed={refresh}
          />
          <p class="r-muted">{t('sources_failed_since', formatRelative(failure.at, now))}</p>
        </>
      )}
      <CommandFailure command={command} requestHostAccess={requestHostAccess} onAllowed={refresh} />
      {source.kind === 'hub' ? (
        <p class="r-muted">{t('sources_hub_note')}</p>
      ) : (
        <Confirm
          variant="quiet"
          icon={<Icon name="trash" size={16} />}
          label={t('sources_remove')}
          fullLabel={t('sources_remove_named', source.title)}
          question={t('sources_remove_question', source.title)}
          yes={t('sources_remove_yes')}
          no={t('sources_remove_no')}
          busy={command.busy === 'removeSource'}
          onYes={() => void command.run('removeSource', { sourceId: source.id })}
        />
      )}
    </li>
  );
}
