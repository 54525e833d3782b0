import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';

/** The charter, whole, and its acknowledgement: of this version, dated, asked again for the next one. */
export function CharterCard({ charter }: { charter: ReadableGuideline }) {
  const command = useCommand();
  const { acknowledgedVersion, acknowledgedAt, version } = charter;
  const known = acknowledgedVersion === version;
  const acknowledge = () => command.run('acknowledgeCharter', { guidelineId: charter.id, version });
  return (
    <Card as="article" class="charter" aria-label={charter.title}>
      <header>
        <h2>{charter.title}</h2>
        <p class="r-muted">{t('guidelines_version', charter.sourceTitle, version)}</p>
      </header>
      <Markdown text={charter.body} />
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      {known ? (
        <p class="charter-known" role="status">
          <Icon name="check" size={16} />
          {acknowledgedAt === null
            ? t('guidelines_acknowledged')
            : t('guidelines_acknowledged_on', formatDay(acknowledgedAt))}
        </p>
      ) : (
        <div class="charter-ask">
          {acknowledgedVersion !== null && <p class="r-muted">{t('guidelines_newer', acknowledgedVersion)}</p>}
          <Button variant="primary" size="large" block busy={command.busy !== null} onClick={acknowledge}>
            {t('guidelines_acknowledge')}
          </Button>
        </div>
      )}
    </Card>
  );
}
