import { useState } from 'preact/hooks';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { VersionDiff } from '../learning/lazy-diff.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { CharterVersions } from './CharterVersions.tsx';

/**
 * The charter and its acknowledgement: of this version, dated, asked again for the next one beside what
 * changed. The text stands open until it was read, and is a click away afterwards.
 */
export function CharterCard({ charter }: { charter: ReadableGuideline }) {
  const command = useCommand();
  const { acknowledgedVersion, acknowledgedAt, version } = charter;
  const known = acknowledgedVersion === version;
  const former = known ? undefined : charter.versions.find((kept) => kept.version === acknowledgedVersion);
  const acknowledge = () => command.run('acknowledgeCharter', { guidelineId: charter.id, version });
  return (
    <Card as="article" class="charter" aria-label={charter.title}>
      <header>
        <h2>{charter.title}</h2>
        <p class="r-muted">{t('guidelines_version', charter.sourceTitle, version)}</p>
      </header>
      {former && (
        <section class="guideline-changed">
          <h3>{t('guidelines_changed_since', former.version)}</h3>
          <VersionDiff before={former} after={charter} />
        </section>
      )}
      <CharterText key={version} body={charter.body} startsOpen={!known && former === undefined} />
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
      <CharterVersions charter={charter} />
    </Card>
  );
}

function CharterText({ body, startsOpen }: { body: string; startsOpen: boolean }) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details class="charter-text" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('guidelines_charter_text')}</summary>
      {open && <Markdown text={body} />}
    </details>
  );
}
