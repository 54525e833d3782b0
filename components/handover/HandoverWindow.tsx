import { useEffect, useRef, useState } from 'preact/hooks';
import { mailAddress } from '../../lib/domain/networks/email.ts';
import { textWithLink } from '../../lib/domain/networks/post-text.ts';
import type { Share } from '../../lib/domain/share.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readShare } from '../../lib/storage/queries/journal.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ShareMark } from '../ui/ShareMark.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import './HandoverWindow.css';

export type OpenShareSheet = (data: { title: string; text: string; url: string }) => Promise<void>;

type HandoverWindowProps = {
  db: RelaisDb;
  shareId: string;
  /** Null where the browser has none. */
  openShareSheet: OpenShareSheet | null;
  close: () => void;
};

/**
 * What no web page takes, handed over from a page that keeps the focus: a mail program, the system's share
 * sheet. The toolbar's popup would close at the first of them.
 */
export function HandoverWindow({ db, shareId, openShareSheet, close }: HandoverWindowProps) {
  // A missing share is an answer of the database, unlike one that is still awaited.
  const share = useLiveQuery(async () => (await readShare(db, shareId)) ?? null, [db, shareId]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [close]);
  if (share.state === 'failed') return <Notice kind="failed">{errorText(share.code)}</Notice>;
  if (share.value === undefined) return <Spinner />;
  if (share.value === null)
    return <EmptyState icon="check" title={t('ask_gone')} action={{ label: t('ask_close'), onClick: close }} />;
  const leaving = { ...share.value, url: share.value.sharedUrl ?? share.value.url };
  return <Handover share={leaving} openShareSheet={openShareSheet} close={close} />;
}

type HandoverProps = Pick<HandoverWindowProps, 'openShareSheet' | 'close'> & { share: Share };

function Handover({ share, openShareSheet, close }: HandoverProps) {
  const isMail = share.network === 'email';
  const [failed, setFailed] = useState(false);
  const main = useRef<HTMLElement>(null);
  const hasSheet = isMail || openShareSheet !== null;
  useEffect(() => main.current?.querySelector<HTMLElement>('[data-main]')?.focus(), []);
  const openSheet = () => {
    setFailed(false);
    openShareSheet?.({ title: share.title, text: share.text, url: share.url }).then(close, (error: unknown) => {
      // Closing the sheet without a choice is no failure.
      if ((error as { name?: unknown }).name !== 'AbortError') setFailed(true);
    });
  };
  return (
    <main class="handover" ref={main}>
      <h1>
        <ShareMark share={share} size={20} />
        {t(isMail ? 'handover_email' : 'handover_system')}
      </h1>
      {!hasSheet && <Notice>{t('handover_no_sheet')}</Notice>}
      {failed && <Notice kind="warning">{t('handover_sheet_failed')}</Notice>}
      <CopyText text={textWithLink(share)} isMain={!hasSheet}>
        {isMail && (
          <ButtonLink variant="primary" size="large" data-main href={mailAddress(share)}>
            {t('handover_email_open')}
          </ButtonLink>
        )}
        {!isMail && hasSheet && (
          <Button variant="primary" size="large" data-main onClick={openSheet}>
            {t('handover_system_open')}
          </Button>
        )}
      </CopyText>
      {hasSheet && <p class="r-muted">{t(isMail ? 'handover_email_hint' : 'handover_system_hint')}</p>}
      <Button variant="quiet" onClick={close}>
        {t('ask_close')}
      </Button>
    </main>
  );
}

type CopyTextProps = { text: string; isMain: boolean; children: preact.ComponentChildren };

/** The text as it leaves, for when nothing takes it: the clipboard may refuse, and the text is then selected. */
function CopyText({ text, isMain, children }: CopyTextProps) {
  const [copied, setCopied] = useState<'yes' | 'refused' | null>(null);
  const area = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('refused');
      area.current?.focus();
      area.current?.select();
    }
  };
  return (
    <>
      {copied === 'refused' && <Notice kind="warning">{errorText('clipboard_refused')}</Notice>}
      <Field label={t('handover_text')} rows={7} value={text} readOnly inputRef={area} onInput={() => undefined} />
      <div class="handover-acts">
        {children}
        <Button
          variant={isMain ? 'primary' : 'plain'}
          data-main={isMain || undefined}
          icon={<Icon name={copied === 'yes' ? 'check' : 'copy'} size={16} />}
          onClick={() => void copy()}
        >
          {t(copied === 'yes' ? 'composer_copied' : 'composer_copy')}
        </Button>
      </div>
      <p class="r-hidden" role="status">
        {copied === 'yes' && t('composer_copied')}
      </p>
    </>
  );
}
