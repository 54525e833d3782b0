import type { Suggestion } from '../../lib/domain/item.ts';
import { language, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { ChipButton } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Post } from './use-post.ts';

/** The tones that `docs/protocol.md` names; a company's own word is shown as it is. */
const tones = ['warm', 'factual', 'question'] as const;

function toneName(tone: string): string {
  const known = tones.find((word) => word === tone);
  return known === undefined ? tone.charAt(0).toLocaleUpperCase() + tone.slice(1) : t(`tone_${known}`);
}

/** What a proposal is called: its tone, or its place; its language when it is not the reader's. */
function proposalName({ tone, language: spoken }: Suggestion, index: number): string {
  const name = tone ? toneName(tone) : t('composer_proposal', index + 1);
  const code = spoken.slice(0, 2);
  return code === '' || code === language() ? name : `${name} (${code.toUpperCase()})`;
}

/** The company's proposals, as a start: none is ever put in place of own words without a way back. */
export function Proposals({ post }: { post: Post }) {
  if (post.proposals.length === 0) return null;
  return (
    <div class="composer-proposals">
      <fieldset>
        <legend>{t('composer_proposals')}</legend>
        {post.proposals.map((suggestion, i) => (
          <ChipButton
            key={`${suggestion.language} ${suggestion.tone} ${suggestion.text}`}
            pressed={post.text === suggestion.text}
            onClick={() => post.propose(suggestion)}
          >
            {proposalName(suggestion, i)}
          </ChipButton>
        ))}
      </fieldset>
      {post.aside !== null && post.aside !== post.text && (
        <Button variant="quiet" icon={<Icon name="undo" size={16} />} onClick={post.bringBack}>
          {t('composer_bring_back')}
        </Button>
      )}
    </div>
  );
}
