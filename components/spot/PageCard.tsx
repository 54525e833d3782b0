import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Page, SpotDraft } from '../../lib/domain/spot.ts';
import { t } from '../../lib/i18n/messages.ts';
import { hostOf } from '../ui/host-of.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePictureUrl } from '../ui/use-picture-url.ts';
import { initials } from './spot-form.ts';

type PageCardProps = {
  page: Page;
  warnings: SpotDraft['warnings'];
  picture: Blob | null;
  title: string;
  onTitle: (title: string) => void;
  titleRef: RefObject<HTMLTextAreaElement | null>;
  titleMissing: boolean;
  quote: string | null;
  onRemoveQuote: () => void;
};

/** The page as colleagues will see it; its title may be made clearer before it leaves. */
export function PageCard(props: PageCardProps) {
  const { page, warnings, title, titleMissing, quote } = props;
  const picture = usePictureUrl(props.picture);
  const id = useId();
  const host = hostOf(page.url);
  const place = page.siteName === null || page.siteName === host ? host : `${page.siteName} · ${host}`;
  return (
    <section class="spot-page" aria-label={t('spot_page_label')}>
      <div class="spot-page-head">
        {picture === null ? (
          <span class="spot-picture" aria-hidden="true">
            {initials(page.siteName ?? host)}
          </span>
        ) : (
          <img class="spot-picture" src={picture} alt="" />
        )}
        <div class="spot-page-text">
          <textarea
            ref={props.titleRef}
            class="spot-title"
            rows={2}
            maxLength={300}
            aria-label={t('spot_title_label')}
            aria-invalid={titleMissing}
            aria-describedby={titleMissing ? `${id}-missing` : undefined}
            value={title}
            // A title is one line of text, whatever its length on screen.
            onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && event.preventDefault()}
            onInput={({ currentTarget }) => props.onTitle(currentTarget.value.replace(/\s*\n\s*/g, ' '))}
          />
          {titleMissing && (
            <p id={`${id}-missing`} class="r-field-error" role="alert">
              {t('spot_title_empty')}
            </p>
          )}
          <p class="r-muted">{place}</p>
        </div>
      </div>
      {quote !== null && (
        <figure class="spot-quote">
          <figcaption class="r-hidden">{t('spot_quote_label')}</figcaption>
          <blockquote>{quote}</blockquote>
          <IconButton label={t('spot_quote_remove')} onClick={props.onRemoveQuote}>
            <Icon name="close" size={16} />
          </IconButton>
        </figure>
      )}
      {warnings.map((warning) => (
        <Notice key={warning} kind="warning">
          {t(`spot_warning_${warning}`)}
        </Notice>
      ))}
    </section>
  );
}
