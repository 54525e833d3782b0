import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nextCard } from '../../lib/domain/learning-path.ts';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { GuidelineCard, type PathCard } from './GuidelineCard.tsx';

type CardListProps = { cards: PathCard[]; sourceNamed: boolean };

/** The cards of one path, read one after the other: whoever is done with one is taken to the next. */
export function CardList({ cards, sourceNamed }: CardListProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [goTo, setGoTo] = useState<string | null>(null);
  const summaries = useRef(new Map<string, HTMLElement>());
  const command = useCommand();

  useLayoutEffect(() => {
    if (goTo === null) return;
    summaries.current.get(goTo)?.focus();
    setGoTo(null);
  }, [goTo]);

  const toggle = (id: string, isOpen: boolean) =>
    setOpen((known) => {
      if (known.has(id) === isOpen) return known;
      const rest = [...known].filter((other) => other !== id);
      return new Set(isOpen ? [...rest, id] : rest);
    });
  const finish = async (card: PathCard) => {
    const { id, version } = card;
    if (card.state !== 'read') {
      const done = await command.run('noteGuidelineRead', { guidelineId: id, version });
      if (done === undefined) return;
    }
    const next = nextCard(cards, id);
    toggle(id, false);
    if (next !== null) toggle(next.id, true);
    setGoTo((next ?? card).id);
  };

  return (
    <>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <ul class="r-list guidelines-list">
        {cards.map((card) => (
          <li key={card.id}>
            <GuidelineCard
              card={card}
              open={open.has(card.id)}
              onToggle={(isOpen) => toggle(card.id, isOpen)}
              sourceNamed={sourceNamed}
              next={nextCard(cards, card.id)?.title ?? null}
              busy={command.busy === 'noteGuidelineRead'}
              onAnswer={(choice) =>
                void command.run('answerQuestion', { guidelineId: card.id, version: card.version, choice })
              }
              onDone={() => void finish(card)}
              summaryRef={(element: HTMLElement | null) => {
                if (element === null) summaries.current.delete(card.id);
                else summaries.current.set(card.id, element);
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
