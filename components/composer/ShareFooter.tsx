import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { sendKeys } from '../ui/keys.ts';

type ShareFooterProps = {
  label: string;
  busy: boolean;
  /** The text is too long; its own message says so. */
  disabled: boolean;
  /** A check stops the share; the findings say which. */
  blocked: boolean;
  /** A warning was met by a press on share: the question stands in the button's place. */
  asking: boolean;
  onShare: () => void;
  onAgree: () => void;
  onReadAgain: () => void;
  /** The other way: at another time. */
  children?: ComponentChildren;
};

/** The one button that shares, and what stands before it. */
export function ShareFooter({ label, busy, disabled, blocked, asking, children, ...acts }: ShareFooterProps) {
  const id = useId();
  if (asking) return <WarningQuestion onAgree={acts.onAgree} onReadAgain={acts.onReadAgain} />;
  return (
    <footer class="composer-footer">
      <Button
        variant="primary"
        size="large"
        block
        busy={busy}
        disabled={disabled || blocked}
        aria-describedby={blocked ? id : undefined}
        onClick={acts.onShare}
      >
        {label}
      </Button>
      <p class="r-muted" id={id}>
        {blocked ? t('composer_blocked') : t('composer_keys', sendKeys())}
      </p>
      {children}
    </footer>
  );
}

/** Asked once, in place: the focus is on the answer that changes nothing. */
function WarningQuestion({ onAgree, onReadAgain }: { onAgree: () => void; onReadAgain: () => void }) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('[data-no]')?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the question as its second button does -- nothing else is listened to
    <footer
      class="composer-footer"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onReadAgain();
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields -- this groups a question and its two answers */}
      <div class="composer-question" role="group" aria-labelledby={id}>
        <p id={id}>{t('composer_warning_question')}</p>
        <div class="r-row r-wrap">
          <Button data-no onClick={onReadAgain}>
            {t('composer_read_again')}
          </Button>
          <Button variant="primary" onClick={onAgree}>
            {t('composer_share_anyway')}
          </Button>
        </div>
      </div>
    </footer>
  );
}
