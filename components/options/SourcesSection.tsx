import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readSources } from '../../lib/storage/queries/settings.ts';
import { AddSource } from '../sources/AddSource.tsx';
import { FeedLists } from '../sources/FeedLists.tsx';
import { SourceList } from '../sources/SourceList.tsx';
import { Button } from '../ui/Button.tsx';
import type { HasHostAccess, RequestHostAccess } from '../ui/CommandFailure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';

type SourcesSectionProps = {
  db: RelaisDb;
  requestHostAccess: RequestHostAccess;
  hasHostAccess: HasHostAccess;
  now: () => number;
};

export function SourcesSection({ db, requestHostAccess, hasHostAccess, now }: SourcesSectionProps) {
  const [asked, setAsked] = useState(0);
  const sources = useLiveQuery(() => readSources(db), [db, asked]);
  const command = useCommand();
  const onAsked = () => setAsked((count) => count + 1);
  const known = sources.value ?? [];
  return (
    <>
      {sources.state === 'failed' && <Notice kind="failed">{errorText(sources.code)}</Notice>}
      {sources.state === 'loading' && sources.value === undefined && <Skeleton count={1} />}
      {sources.value?.length === 0 && (
        <EmptyState icon="article" title={t('sources_empty_title')}>
          {t('sources_empty_body')}
        </EmptyState>
      )}
      {known.length > 0 && (
        <SourceList sources={known} now={now()} {...{ requestHostAccess, hasHostAccess, onAsked }} />
      )}
      {known.length > 1 && (
        <div>
          <Button
            icon={<Icon name="refresh" size={16} />}
            busy={command.busy !== null}
            onClick={() => void command.run('refreshSources', { sourceId: null }).then(onAsked)}
          >
            {t('sources_refresh_all')}
          </Button>
        </div>
      )}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <AddSource requestHostAccess={requestHostAccess} />
      <FeedLists hasFeeds={known.some(({ kind }) => kind === 'feed')} requestHostAccess={requestHostAccess} />
    </>
  );
}
