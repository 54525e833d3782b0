import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { sendKeys } from '../ui/keys.ts';

/** As the browser has them now; empty where the person took one off. */
export type Shortcuts = { popup: string; spot: string; share: string };

type ShortcutsSectionProps = {
  shortcuts: Shortcuts;
  browserFamily: 'chrome' | 'firefox';
  openShortcutSettings: () => Promise<void>;
};

/** The shortcuts in force, and the way to the browser's own page that changes them. */
export function ShortcutsSection({ shortcuts, browserFamily, openShortcutSettings }: ShortcutsSectionProps) {
  const [unopened, setUnopened] = useState(false);
  const rows = [
    { what: t('options_shortcut_popup'), keys: shortcuts.popup },
    { what: t('options_shortcut_spot'), keys: shortcuts.spot },
    { what: t('options_shortcut_share_page'), keys: shortcuts.share },
    { what: t('options_shortcut_send'), keys: sendKeys() },
  ];
  return (
    <>
      <dl class="options-shortcuts">
        {rows.map(({ what, keys }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{keys === '' ? t('options_shortcut_unset') : <Keys keys={keys} />}</dd>
          </div>
        ))}
      </dl>
      <div class="options-part">
        <div>
          <Button onClick={() => openShortcutSettings().catch(() => setUnopened(true))}>
            {t('options_shortcuts_change')}
          </Button>
        </div>
        {unopened && (
          <p class="r-muted" role="status">
            {t(`options_shortcuts_${browserFamily}`)}
          </p>
        )}
      </div>
    </>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <>
      {keys.split('+').map((key, i) => (
        <Fragment key={key}>
          {i > 0 && ' + '}
          <kbd>{key === 'Shift' ? t('options_shortcut_shift') : key}</kbd>
        </Fragment>
      ))}
    </>
  );
}
