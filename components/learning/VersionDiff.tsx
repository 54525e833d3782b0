import { fromMarkdown } from 'mdast-util-from-markdown';
import { useMemo } from 'preact/hooks';
import { type BlockChange, diffBlocks, hasChanges, type TextBlock, type TextPart } from '../../lib/domain/text-diff.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import './VersionDiff.css';

type Text = { title: string; body: string };

export type VersionDiffProps = { before: Text; after: Text };

function blocks({ title, body }: Text): TextBlock[] {
  return [{ kind: 'heading', text: title }, ...markdownBlocks(fromMarkdown(body))];
}

/** What changed from one version of a text to the next, word by word; what stayed is folded away. */
export function VersionDiff({ before, after }: VersionDiffProps) {
  const changes = useMemo(
    () => diffBlocks(blocks(before), blocks(after)),
    [before.title, before.body, after.title, after.body],
  );
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
        <Part key={i} {...part} />
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
