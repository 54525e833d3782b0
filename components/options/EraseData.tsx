import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';

/** Erasing asks for a typed word: nothing brings a journal back. */
export function EraseData({ onErased }: { onErased: () => void }) {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const command = useCommand();
  const word = t('options_erase_word');

  const erase = async () => {
    if (typed.trim().toLocaleUpperCase() !== word) {
      setMismatch(true);
      return;
    }
    const done = await command.run('eraseData', {});
    if (done !== undefined) onErased();
  };
  const cancel = () => {
    setAsking(false);
    setTyped('');
    setMismatch(false);
  };

  return (
    <div class="options-part">
      <h3>{t('options_erase')}</h3>
      <p class="r-muted">{t('options_erase_body')}</p>
      {!asking && (
        <div>
          <Button icon={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>
            {t('options_erase')}
          </Button>
        </div>
      )}
      {asking && (
        <form
          class="options-erase"
          onSubmit={(event) => {
            event.preventDefault();
            void erase();
          }}
        >
          <Field
            label={t('options_erase_label', word)}
            value={typed}
            autoComplete="off"
            spellcheck={false}
            focused
            error={mismatch ? t('options_erase_mismatch', word) : null}
            onInput={(value) => {
              setTyped(value);
              setMismatch(false);
            }}
          />
          <div class="r-row r-wrap">
            <Button type="submit" class="options-danger" busy={command.busy !== null}>
              {t('options_erase_yes')}
            </Button>
            <Button onClick={cancel}>{t('options_erase_no')}</Button>
          </div>
        </form>
      )}
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </div>
  );
}
