import type { Nodes, Root } from 'mdast';
import type { TextBlock } from '../../lib/domain/text-diff.ts';

/** The paragraphs, headings and list items of a parsed text, as a reader sees them: without its markup. */
export function markdownBlocks(root: Root): TextBlock[] {
  return root.children.flatMap((node) => blocksOf(node, 'paragraph')).filter(({ text }) => text !== '');
}

function blocksOf(node: Nodes, kind: TextBlock['kind']): TextBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: textOf(node) }];
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => blocksOf(child, 'item'));
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, kind));
    default:
      return [{ kind, text: textOf(node) }];
  }
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value.replace(/\s*\n\s*/g, ' ') : '';
}
