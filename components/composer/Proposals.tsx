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

function languageName(code: string): string {
  const name = new Intl.DisplayNames(language(), { type: 'language', fallback: 'none' }).of(code);
  return name === undefined ? code.toUpperCase() : name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

const spokenIn = ({ language: spoken }: Suggestion) => spoken.slice(0, 2).toLowerCase();
const each = <T,>(values: T[]) => [...new Set(values)];

/**
 * The company's proposals, as a start: by language where there are several, by tone, and one after the
 * other. None is ever put in place of own words without a way back.
 */
export function Proposals({ post }: { post: Post }) {
  const { proposals, text, propose } = post;
  if (proposals.length === 0 && post.aside === null) return null;
  const current = proposals.find((suggestion) => suggestion.text === text);
  const spoken = spokenIn(current ?? proposals[0] ?? { language: language(), network: null, tone: null, text: '' });
  const languages = each(proposals.map(spokenIn));
  const here = proposals.filter((suggestion) => spokenIn(suggestion) === spoken);
  const toneNames = each(here.flatMap(({ tone }) => (tone ? [tone] : [])));
  // Around in the tone that is shown; own words go on with any.
  const around = current === undefined ? here : here.filter(({ tone }) => tone === current.tone);
  const turn = around.length > 1 ? around : here;
  const next = turn[(turn.findIndex((suggestion) => suggestion.text === text) + 1) % turn.length];
  const proposeFirst = (found: Suggestion | undefined) => found !== undefined && propose(found);
  return (
    <div class="composer-proposals">
      {proposals.length > 0 && (
        <fieldset>
          <legend>{t('composer_proposals')}</legend>
          {languages.length > 1 && (
            <fieldset aria-label={t('composer_languages')}>
              {languages.map((code) => (
                <ChipButton
                  key={code}
                  pressed={current !== undefined && code === spoken}
                  label={languageName(code)}
                  onClick={() =>
                    proposeFirst(
                      proposals.find((one) => spokenIn(one) === code && one.tone === (current?.tone ?? one.tone)) ??
                        proposals.find((one) => spokenIn(one) === code),
                    )
                  }
                >
                  {code.toUpperCase()}
                </ChipButton>
              ))}
            </fieldset>
          )}
          {toneNames.length > 0 && (
            <fieldset aria-label={t('composer_tones')}>
              {toneNames.map((tone) => (
                <ChipButton
                  key={tone}
                  pressed={current?.tone === tone}
                  onClick={() => proposeFirst(here.find((one) => one.tone === tone))}
                >
                  {toneName(tone)}
                </ChipButton>
              ))}
            </fieldset>
          )}
          {next !== undefined && next.text !== text && (
            <Button
              variant="quiet"
              icon={<Icon name="refresh" size={16} />}
              title={t('composer_reshuffle_hint')}
              onClick={() => propose(next)}
            >
              {t('composer_reshuffle')}
            </Button>
          )}
        </fieldset>
      )}
      {post.aside !== null && post.aside !== text && (
        <Button variant="quiet" icon={<Icon name="undo" size={16} />} onClick={post.bringBack}>
          {t('composer_bring_back')}
        </Button>
      )}
    </div>
  );
}
