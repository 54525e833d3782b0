import { t } from '../../lib/i18n/messages.ts';

export function AboutSection({ version }: { version: string }) {
  return (
    <>
      <p>{t('options_about_body')}</p>
      <p class="r-muted">
        {t('options_version', version)} · <a href="welcome.html">{t('options_welcome_link')}</a>
      </p>
    </>
  );
}
