import type { Ref } from 'preact';
import type { CardState } from '../../lib/domain/learning-path.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { Examples } from '../learning/Examples.tsx';
import { VersionDiff } from '../learning/lazy-diff.tsx';
import { SelfCheck } from '../learning/SelfCheck.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Markdown } from '../ui/Markdown.tsx';

export type PathCard = ReadableGuideline & { state: CardState };

type GuidelineCardProps = {
  card: PathCard;
  open: boolean;
  onToggle: (open: boolean) => void;
  /** Named where cards of several sources stand together. */
  sourceNamed: boolean;
  /** The title of the card after this one; null when the others are read. */
  next: string | null;
  busy: boolean;
  onAnswer: (choice: number) => void;
  onDone: () => void;
  summaryRef: Ref<HTMLElement>;
};

/** One card: its title and how far it is; opened, its text, its examples and its question. */
export function GuidelineCard({ card, open, onToggle, sourceNamed, summaryRef, ...rest }: GuidelineCardProps) {
  return (
    <details class="guideline" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary ref={summaryRef}>
        <span class="r-grow">
          <h3>{card.title}</h3>
          {sourceNamed && <span class="r-muted">{card.sourceTitle}</span>}
        </span>
        <CardStateChip state={card.state} />
        <Icon name="chevron-right" />
      </summary>
      {open && <CardBody card={card} {...rest} />}
    </details>
  );
}

function CardStateChip({ state }: { state: CardState }) {
  if (state === 'new') return null;
  const isRead = state === 'read';
  return (
    <Chip tone={isRead ? 'ok' : 'warning'}>
      <Icon name={isRead ? 'check' : 'refresh'} size={14} />
      {t(isRead ? 'guidelines_read' : 'guidelines_reread')}
    </Chip>
  );
}

type CardBodyProps = Pick<GuidelineCardProps, 'card' | 'next' | 'busy' | 'onAnswer' | 'onDone'>;

function CardBody({ card, next, busy, onAnswer, onDone }: CardBodyProps) {
  const isRead = card.state === 'read';
  const former = card.state === 'changed' && card.versions.find(({ version }) => version === card.reading?.version);
  return (
    <div class="guideline-body">
      {former && (
        <section class="guideline-changed">
          <h4>{t('guidelines_changed_since', former.version)}</h4>
          <VersionDiff before={former} after={card} />
        </section>
      )}
      <Markdown text={card.body} headingLevel={4} />
      <Examples good={card.goodExample} bad={card.badExample} />
      {card.question !== null && (
        <SelfCheck
          // A new version asks anew.
          key={card.version}
          question={card.question}
          wasRight={isRead && card.reading?.wasRight === true}
          onAnswer={onAnswer}
        />
      )}
      {(!isRead || next !== null) && (
        <Button variant="group" block busy={busy} onClick={onDone}>
          {next === null ? t('guidelines_read_last') : t(isRead ? 'guidelines_next' : 'guidelines_read_next', next)}
        </Button>
      )}
    </div>
  );
}
