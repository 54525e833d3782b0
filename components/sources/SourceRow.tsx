import { formatRelative, plural, t } from '../../lib/i18n/messages.ts';
import type { SourceStatus } from '../../lib/storage/queries/settings.ts';
import { Chip } from '../ui/Chip.tsx';
import { CommandFailure, type HasHostAccess, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { hostOf } from '../ui/host-of.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { PictureAccess } from './PictureAccess.tsx';

type SourceRowProps = {
  source: SourceStatus;
  now: number;
  requestHostAccess: RequestHostAccess;
  hasHostAccess: HasHostAccess;
  onAsked: () => void;
};

export function SourceRow({ source, now, requestHostAccess, hasHostAccess, onAsked }: SourceRowProps) {
  const command = useCommand();
  const refresh = () => void command.run('refreshSources', { sourceId: source.id }).then(onAsked);
  const { failure, movedTo } = source;
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
          <p class="r-muted">{factsOf(source, now).join(' · ')}</p>
          {movedTo !== null && (
            <p class="r-muted sources-address">{t('sources_moved', movedTo.replace(/^https?:\/\//, ''))}</p>
          )}
        </div>
        <IconButton
          label={t('sources_refresh', source.title)}
          aria-busy={command.busy === 'refreshSources' || undefined}
          onClick={refresh}
        >
          <Icon name="refresh" />
        </IconButton>
      </div>
      {source.endedAt !== null && (
        <Notice
          kind="warning"
          action={{ label: t('sources_ended_retry'), onClick: refresh, busy: command.busy === 'refreshSources' }}
        >
          {t('sources_ended')}
        </Notice>
      )}
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
      <PictureAccess
        missing={source.pictures.missing}
        hasHostAccess={hasHostAccess}
        requestHostAccess={requestHostAccess}
      />
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

/** In words: what it gave, when it last answered, when it is next asked, whether its pictures are here. */
function factsOf({ itemCount, answeredAt, nextAt, pictures }: SourceStatus, now: number): string[] {
  const facts = [
    plural('sources_items', itemCount),
    answeredAt === null ? t('sources_never_checked') : t('sources_checked', formatRelative(answeredAt, now)),
  ];
  if (nextAt !== null) {
    facts.push(nextAt - now < 60_000 ? t('sources_next_soon') : t('sources_next', formatRelative(nextAt, now)));
  }
  if (pictures.stored > 0) facts.push(t('sources_pictures_shown'));
  return facts;
}
