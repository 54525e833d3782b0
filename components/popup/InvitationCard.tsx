import { useEffect, useState } from 'preact/hooks';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import './InvitationCard.css';

type InvitationCardProps = { findInvitation: () => Promise<string | null>; openPage: (path: string) => void };

/** Offers to use the invitation of the page in front; nothing where there is none. */
export function InvitationCard({ findInvitation, openPage }: InvitationCardProps) {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    findInvitation().then(
      (found) => wanted && setLink(found),
      () => undefined, // The tab may not be read: then there is no invitation to offer.
    );
    return () => {
      wanted = false;
    };
  }, [findInvitation]);
  const host = link && parseWebAddress(link)?.host;
  if (!link || !host) return null;
  return (
    <Card as="section" tone="group" class="invitation" aria-label={t('popup_invitation_title')}>
      <div class="r-grow">
        <h2>{t('popup_invitation_title')}</h2>
        <p class="r-muted">{t('popup_invitation_text')}</p>
      </div>
      <Button variant="group" size="large" onClick={() => openPage(`welcome.html#${encodeURIComponent(link)}`)}>
        {t('popup_invitation_button', host)}
      </Button>
    </Card>
  );
}
