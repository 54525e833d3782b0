import { useState } from 'preact/hooks';
import type { MastodonInstance } from '../../lib/domain/networks/network-definition.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { CommandFailure, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCommand } from '../ui/use-command.ts';
import './InstanceForm.css';

type InstanceFormProps = {
  /** As stored. */
  instance: MastodonInstance | null;
  /** Only a page with a click can ask; without it the sentence says what is missing. */
  requestHostAccess?: RequestHostAccess | undefined;
  /** Puts the focus on the field: it was a press on a share button that led here. */
  focused?: boolean;
  onSaved?: () => void;
};

const refuseAll: RequestHostAccess = () => Promise.resolve(false);

/** Where the Mastodon account is: asked once, and kept when the server answered as one. */
export function InstanceForm({ instance, requestHostAccess = refuseAll, focused, onSaved }: InstanceFormProps) {
  const [known, setKnown] = useState(instance);
  const [address, setAddress] = useState(instance?.host ?? '');
  const command = useCommand();
  const isBusy = command.busy !== null;
  const set = async (wanted: string | null) => {
    if (isBusy || wanted === '') return;
    const kept = await command.run('setInstance', { address: wanted });
    if (kept === undefined) return;
    setKnown(kept.instance);
    setAddress(kept.instance?.host ?? '');
    onSaved?.();
  };
  const isKept = known !== null && known.host === address.trim();
  return (
    <form
      class="instance"
      onSubmit={(event) => {
        event.preventDefault();
        void set(address.trim());
      }}
    >
      <div class="instance-line">
        <Field
          label={t('instance_label')}
          hint={t('instance_hint')}
          placeholder="mastodon.social"
          autoComplete="url"
          spellcheck={false}
          maxLength={500}
          focused={focused ?? false}
          value={address}
          onInput={(value) => {
            command.clear();
            setAddress(value);
          }}
        />
        <Button type="submit" busy={isBusy}>
          {t('instance_check')}
        </Button>
      </div>
      <p class="instance-known" role="status">
        {isBusy && t('instance_checking')}
        {!isBusy && isKept && (
          <>
            <Icon name="check" size={16} />
            {t('instance_known', known.host, formatNumber(known.maxCharacters))}
          </>
        )}
      </p>
      <CommandFailure
        command={command}
        requestHostAccess={requestHostAccess}
        onAllowed={() => void set(address.trim())}
      />
      {known !== null && (
        <Button variant="quiet" onClick={() => void set(null)}>
          {t('instance_forget')}
        </Button>
      )}
    </form>
  );
}
