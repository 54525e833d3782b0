import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { type BlockChange, diffBlocks, hasChanges, type TextBlock, type TextPart } from '../../lib/domain/text-diff.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import './VersionDiff.css';

type Text = { title: string; body: string };

export type VersionDiffProps = { before: Text; after: Text };

/** The title stands above already, and is compared only when it changed. */
function compare(before: Text, after: Text): BlockChange[] {
  const blocks = ({ title, body }: Text): TextBlock[] => [
    ...(before.title === after.title ? [] : [{ kind: 'heading' as const, text: title }]),
    ...markdownBlocks(fromMarkdown(body)),
  ];
  return diffBlocks(blocks(before), blocks(after));
}

/** What changed from one version of a text to the next, word by word; what stayed is folded away. */
export function VersionDiff({ before, after }: VersionDiffProps) {
  const changes = useMemo(() => compare(before, after), [before.title, before.body, after.title, after.body]);
  if (!hasChanges(changes)) return <p class="r-muted">{t('guidelines_diff_none')}</p>;
  return (
    <div class="diff">
      <p class="r-muted">{t('guidelines_diff_legend')}</p>
      {runs(changes).map((run, i) =>
        run[0]?.kind === 'same' ? (
          <Unchanged key={i} run={run} />
        ) : (
          run.map((change, k) => <Block key={k} {...change} />)
        ),
      )}
    </div>
  );
}

/** Neighbours that stayed are one run; so are neighbours that did not. */
function runs(changes: BlockChange[]): BlockChange[][] {
  const found: BlockChange[][] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (last !== undefined && (last[0]?.kind === 'same') === (change.kind === 'same')) last.push(change);
    else found.push([change]);
  }
  return found;
}

function Unchanged({ run }: { run: BlockChange[] }) {
  return (
    <details class="diff-same">
      <summary class="r-muted">{plural('guidelines_diff_same', run.length)}</summary>
      {run.map((change, i) => (
        <Block key={i} {...change} />
      ))}
    </details>
  );
}

function Block({ block, parts }: BlockChange) {
  return (
    <p class={`diff-block diff-${block.kind}`}>
      {parts.map((part, i) => (
        <Fragment key={i}>
          {/* Where a word took the place of another, neither brings a blank. */}
          {part.kind === 'added' && parts[i - 1]?.kind === 'removed' && ' '}
          <Part {...part} />
        </Fragment>
      ))}
    </p>
  );
}

/** Screen readers pass over `ins` and `del` in silence, so the words say which it is. */
function Part({ kind, text }: TextPart) {
  if (kind === 'same') return <>{text}</>;
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span class="r-hidden"> {t(`guidelines_diff_${kind}`)} </span>
      {text}
    </Element>
  );
}
