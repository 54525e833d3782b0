import { t } from '../../lib/i18n/messages.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';

type EraseEntryProps = {
  table: 'share' | 'spot';
  id: string;
  title: string;
  /** The words for taking it back where it went as well; null where that cannot be. */
  takeBack: string | null;
  onErased: () => void;
};

/** Forgets one act, after saying what that does and what it does not. */
export function EraseEntry({ table, id, title, takeBack, onErased }: EraseEntryProps) {
  const command = useCommand();
  const erase = async (isTakenBack: boolean) => {
    if (await command.run('eraseEntry', { table, id, takeBack: isTakenBack })) onErased();
  };
  return (
    <>
      <Confirm
        variant="quiet"
        icon={<Icon name="trash" size={16} />}
        label={t('journal_erase')}
        fullLabel={t('journal_erase_of', title)}
        question={t(`journal_erase_${table}_question`)}
        yes={t('journal_erase_yes')}
        no={t('journal_erase_no')}
        second={takeBack === null ? undefined : { label: takeBack, onYes: () => void erase(true) }}
        busy={command.busy !== null}
        onYes={() => void erase(false)}
      />
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </>
  );
}
