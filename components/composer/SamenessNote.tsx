import { useMemo } from 'preact/hooks';
import { samenessOf } from '../../lib/domain/sameness.ts';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { ComposerContext } from '../../lib/storage/queries/composer.ts';
import { Icon } from '../ui/Icon.tsx';

/** Said kindly, of a text that is nearly one that exists. It never stands in the way. */
export function SamenessNote({ text, context }: { text: string; context: ComposerContext | undefined }) {
  const known = useMemo(
    () => ({
      proposals: context?.item.suggestions.map((suggestion) => suggestion.text) ?? [],
      past: context?.past.map(({ text: posted, openedAt }) => ({ text: posted, at: openedAt })) ?? [],
    }),
    [context],
  );
  const sameness = useMemo(() => samenessOf(text, known), [text, known]);
  return (
    <div role="status">
      {sameness !== null && (
        <p class="composer-sameness">
          <Icon name="info" size={14} />
          <span>
            {sameness.to === 'past' ? t('composer_like_past', formatDay(sameness.at)) : t('composer_like_proposal')}
          </span>
        </p>
      )}
    </div>
  );
}
