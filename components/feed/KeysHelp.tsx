import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import './KeysHelp.css';

/** The keys of the popup, said by `?`. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.querySelector('button')?.focus();
    return () => before?.focus();
  }, []);
  const rows = [
    ['/', t('keys_search')],
    ['↓ ↑', t('keys_move')],
    ['S', t('keys_share')],
    ['C', t('keys_compose')],
    ['P', t('keys_spot')],
    ['?', t('keys_this')],
  ];
  return (
    <div
      class="keys-help"
      role="dialog"
      aria-label={t('keys_help')}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape closes a toolbar popup as a whole unless it was used for something.
        event.preventDefault();
        onClose();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget !== null && !box.current?.contains(relatedTarget as Node)) onClose();
      }}
    >
      <div class="r-row">
        <h2 class="r-grow">{t('keys_help')}</h2>
        <IconButton label={t('ui_dismiss')} onClick={onClose}>
          <Icon name="close" size={16} />
        </IconButton>
      </div>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
