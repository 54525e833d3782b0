import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useCommand } from '../ui/use-command.ts';
import { ImportOpml } from './ImportOpml.tsx';

const fileName = 'relais.opml';

type FeedListsProps = { hasFeeds: boolean; requestHostAccess: RequestHostAccess };

/** Feeds in, and feeds out, as every feed reader writes them. */
export function FeedLists({ hasFeeds, requestHostAccess }: FeedListsProps) {
  const [saved, setSaved] = useState(false);
  const command = useCommand();
  const save = async () => {
    setSaved(false);
    const exported = await command.run('exportOpml', {});
    if (exported === undefined) return;
    saveFile(fileName, 'text/x-opml', exported.opml);
    setSaved(true);
  };
  return (
    <div class="sources-lists">
      <h3>{t('sources_lists')}</h3>
      <p class="r-muted">{t('sources_lists_body')}</p>
      <div class="r-row r-wrap">
        {hasFeeds && (
          <Button icon={<Icon name="download" size={16} />} busy={command.busy !== null} onClick={save}>
            {t('sources_export')}
          </Button>
        )}
        <ImportOpml requestHostAccess={requestHostAccess} />
      </div>
      {saved && <Notice kind="ok">{t('export_done', fileName)}</Notice>}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </div>
  );
}
