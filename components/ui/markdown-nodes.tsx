import type { Nodes, Root } from 'mdast';
import type { ComponentChildren } from 'preact';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';

type Context = {
  /** The level on this page of each heading depth that the text uses. */
  levels: Map<number, number>;
  definitions: Map<string, string>;
};

function link(address: string | undefined, children: ComponentChildren): ComponentChildren {
  // `javascript:`, `data:` and relative addresses lead nowhere good from an extension's page.
  const href = address && parseWebAddress(address)?.href;
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** The nodes of a parsed text. HTML is shown as text, pictures as their description. */
export function renderMarkdown(root: Root, headingLevel: number): ComponentChildren {
  const definitions = new Map<string, string>();
  const depths = new Set<number>();
  for (const node of root.children) {
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
    if (node.type === 'heading') depths.add(node.depth);
  }
  // Authors start at any depth and skip some; a page's headings may not.
  const levels = new Map([...depths].sort((a, b) => a - b).map((depth, i) => [depth, headingLevel + i]));
  return all(root.children, { levels, definitions });
}

function all(nodes: Nodes[], context: Context): ComponentChildren[] {
  return nodes.map((node) => one(node, context));
}

function one(node: Nodes, context: Context): ComponentChildren {
  switch (node.type) {
    case 'paragraph':
      return <p>{all(node.children, context)}</p>;
    case 'heading': {
      const Heading = `h${Math.min(6, context.levels.get(node.depth) ?? 6)}` as 'h2';
      return <Heading>{all(node.children, context)}</Heading>;
    }
    case 'list': {
      const items = node.children.map((item, i) => (
        <li key={item.position?.start.offset ?? i}>{all(item.children, context)}</li>
      ));
      return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'blockquote':
      return <blockquote>{all(node.children, context)}</blockquote>;
    case 'emphasis':
      return <em>{all(node.children, context)}</em>;
    case 'strong':
      return <strong>{all(node.children, context)}</strong>;
    case 'link':
      return link(node.url, all(node.children, context));
    case 'linkReference':
      return link(context.definitions.get(node.identifier), all(node.children, context));
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'text':
    case 'html':
      return node.value;
    default:
      return 'children' in node ? all(node.children, context) : null;
  }
}
