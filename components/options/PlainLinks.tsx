import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readLinkChoice } from '../../lib/storage/queries/links.ts';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';

/** One switch for addresses as they are; absent where no company says how its own leave. */
export function PlainLinks({ db, wantsPlain }: { db: RelaisDb; wantsPlain: boolean }) {
  const choice = useLiveQuery(() => readLinkChoice(db), [db]).value ?? null;
  const [checked, setChecked] = useState(wantsPlain);
  const command = useCommand();
  if (choice === null) return null;
  const change = async (plainLinks: boolean) => {
    setChecked(plainLinks);
    const done = await command.run('setPreferences', { plainLinks });
    // What is shown is what is stored.
    if (done === undefined) setChecked(!plainLinks);
  };
  if (!choice.isRemovable) return <p class="r-muted">{t('options_plain_links_fixed')}</p>;
  return (
    <div class="options-part">
      <Switch
        label={t('options_plain_links')}
        hint={t('options_plain_links_hint')}
        checked={checked}
        onChange={(next) => void change(next)}
      />
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </div>
  );
}
