import type { Root } from 'mdast';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { renderMarkdown } from './markdown-nodes.tsx';
import './Markdown.css';

type MarkdownProps = {
  text: string;
  /** The level that the text's highest headings get on this page. */
  headingLevel?: 2 | 3 | 4;
};

/**
 * Markdown as nodes: no HTML is ever made of it. The parser is loaded when the first text is shown;
 * until then, and if it cannot load, the text is shown as it was written.
 */
export function Markdown({ text, headingLevel = 3 }: MarkdownProps) {
  const [root, setRoot] = useState<Root | null>(null);
  useEffect(() => {
    let wanted = true;
    import('mdast-util-from-markdown').then(
      ({ fromMarkdown }) => wanted && setRoot(fromMarkdown(text)),
      () => undefined, // The parser's file could not be read: the text stays as written, which is readable.
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  const content: ComponentChildren = root ? renderMarkdown(root, headingLevel) : <p class="r-markdown-raw">{text}</p>;
  return <div class="r-markdown">{content}</div>;
}
