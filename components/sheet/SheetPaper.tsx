import { fromMarkdown } from 'mdast-util-from-markdown';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { Examples } from '../learning/Examples.tsx';
import { renderMarkdown } from '../ui/markdown-nodes.tsx';
import { fitPaper } from './fit-paper.ts';

type SheetPaperProps = {
  companyName: string;
  charters: ReadableGuideline[];
  cards: ReadableGuideline[];
  printedAt: number;
  onFit: (fits: boolean) => void;
};

/** The sheet itself, black on white, in the largest print in which it fits one page. */
export function SheetPaper({ companyName, charters, cards, printedAt, onFit }: SheetPaperProps) {
  const paper = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (paper.current !== null) onFit(fitPaper(paper.current));
  });
  const day = formatDay(printedAt);
  return (
    <div class="paper">
      <div class="paper-text" ref={paper}>
        <header class="paper-head">
          <strong>{companyName}</strong>
          <span>{charters[0] === undefined ? day : t('sheet_version', charters[0].version, day)}</span>
        </header>
        <div class="paper-columns">
          {charters.map((charter) => (
            <article key={charter.id} class="paper-charter">
              <h2>{charter.title}</h2>
              <div class="paper-body">{renderMarkdown(fromMarkdown(charter.body), 3)}</div>
            </article>
          ))}
          {cards.map((card) => (
            <article key={card.id} class="paper-card">
              <h2>{card.title}</h2>
              <div class="paper-body">{renderMarkdown(fromMarkdown(card.body), 3)}</div>
              <Examples good={card.goodExample} bad={card.badExample} />
            </article>
          ))}
        </div>
      </div>
    </div>
  );
}
