import { useState } from 'preact/hooks';
import { toLocalDay } from '../../lib/domain/calendar.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from './Button.tsx';
import { errorText } from './error-text.ts';
import { Icon } from './Icon.tsx';
import { Notice } from './Notice.tsx';
import { saveFile } from './save-file.ts';
import { useCommand } from './use-command.ts';

/** Everything stored about this person, as one file of their own. */
export function ExportButton({ now }: { now: () => number }) {
  const [saved, setSaved] = useState<string | null>(null);
  const command = useCommand();
  const run = async () => {
    setSaved(null);
    const exported = await command.run('exportData', {});
    if (exported === undefined) return;
    const name = `relais-${toLocalDay(now())}.json`;
    saveFile(name, 'application/json', exported.json);
    setSaved(name);
  };
  return (
    <div class="r-row r-wrap">
      <Button icon={<Icon name="download" />} busy={command.busy !== null} onClick={run}>
        {t('export_button')}
      </Button>
      {saved !== null && <Notice kind="ok">{t('export_done', saved)}</Notice>}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </div>
  );
}
