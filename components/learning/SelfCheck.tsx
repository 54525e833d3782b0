import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GuidelineQuestion } from '../../lib/domain/guideline.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import './SelfCheck.css';

type SelfCheckProps = {
  question: GuidelineQuestion;
  /** Answered rightly before: shown as it was. */
  wasRight: boolean;
  onAnswer: (choice: number) => void;
};

/** One question at the end of a card. An answer brings the reason, never a mark, and may be tried again. */
export function SelfCheck({ question, wasRight, onAnswer }: SelfCheckProps) {
  const [chosen, setChosen] = useState<number | null>(wasRight ? question.answer : null);
  const choices = useRef<HTMLDivElement>(null);
  const again = useRef(false);
  useLayoutEffect(() => {
    // The button that was pressed is gone: the focus goes to the choices it brought back.
    if (again.current) choices.current?.querySelector('button')?.focus();
    again.current = false;
  }, [chosen]);
  const isRight = chosen === question.answer;
  return (
    <fieldset class="self-check">
      <legend>
        <span class="r-muted">{t('guidelines_question')}</span>
        {question.text}
      </legend>
      <div class="self-check-choices" ref={choices}>
        {question.choices.map((choice, i) => (
          <button
            key={choice}
            type="button"
            class={i === chosen ? 'self-check-choice self-check-chosen' : 'self-check-choice'}
            // Not `disabled`: the focus stays on the answer while its reason is read.
            aria-disabled={chosen !== null || undefined}
            onClick={() => {
              if (chosen !== null) return;
              setChosen(i);
              onAnswer(i);
            }}
          >
            <span class="r-grow">{choice}</span>
            {i === chosen && <span class="self-check-yours">{t('guidelines_answer_yours')}</span>}
          </button>
        ))}
      </div>
      <div role="status">
        {chosen !== null && (
          <p class={isRight ? 'self-check-why self-check-right' : 'self-check-why'}>
            <Icon name={isRight ? 'check' : 'info'} />
            <span>
              <strong>{t(isRight ? 'guidelines_answer_right' : 'guidelines_answer_close')}</strong> {question.why}
            </span>
          </p>
        )}
      </div>
      {chosen !== null && !isRight && (
        <Button
          icon={<Icon name="refresh" size={16} />}
          onClick={() => {
            again.current = true;
            setChosen(null);
          }}
        >
          {t('guidelines_answer_again')}
        </Button>
      )}
    </fieldset>
  );
}
