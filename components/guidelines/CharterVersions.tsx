import { useState } from 'preact/hooks';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { VersionDiff } from '../learning/lazy-diff.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';

/** The versions that came to this browser, each of which can be compared with the current one. */
export function CharterVersions({ charter }: { charter: ReadableGuideline }) {
  const [compared, setCompared] = useState<string | null>(null);
  // A charter from before versions were kept has none, or only its current one.
  if (charter.versions.every(({ version }) => version === charter.version)) return null;
  return (
    <details class="charter-versions">
      <summary>{t('guidelines_versions')}</summary>
      <ul class="r-list">
        {charter.versions.map((kept) => {
          const isCurrent = kept.version === charter.version;
          const isOpen = compared === kept.version;
          return (
            <li key={kept.version} class="charter-version">
              <div class="r-row r-wrap">
                <p>
                  {t('guidelines_version_name', kept.version)}{' '}
                  <span class="r-muted">{t('guidelines_version_seen', formatDay(kept.storedAt))}</span>
                </p>
                {isCurrent && <Chip>{t('guidelines_version_current')}</Chip>}
                {kept.version === charter.acknowledgedVersion && <Chip tone="ok">{t('guidelines_version_yours')}</Chip>}
                {!isCurrent && (
                  <Button
                    aria-expanded={isOpen}
                    aria-label={isOpen ? undefined : t('guidelines_compare_of', kept.version)}
                    onClick={() => setCompared(isOpen ? null : kept.version)}
                  >
                    {t(isOpen ? 'guidelines_compare_close' : 'guidelines_compare')}
                  </Button>
                )}
              </div>
              {isOpen && <VersionDiff before={kept} after={charter} />}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
