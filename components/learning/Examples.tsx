import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import './Examples.css';

type ExamplesProps = { good: string | null; bad: string | null };

/** The same post done well and done badly, told apart by word and icon. */
export function Examples({ good, bad }: ExamplesProps) {
  if (good === null && bad === null) return null;
  return (
    <div class="examples">
      {good !== null && <Example kind="good" text={good} />}
      {bad !== null && <Example kind="bad" text={bad} />}
    </div>
  );
}

function Example({ kind, text }: { kind: 'good' | 'bad'; text: string }) {
  return (
    <figure class={`example example-${kind}`}>
      <figcaption>
        <Icon name={kind === 'good' ? 'check' : 'close'} size={16} />
        {t(`guidelines_${kind}`)}
      </figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  );
}
