import { Parser } from 'htmlparser2';

/**
 * Whether a post read back is the one that was sent: a server adds paragraphs, cuts what it shows of a mention's
 * server, and changes no word.
 *
 * @param html as the server writes its people's posts
 */
export function isSameText(html: string, sent: string): boolean {
  return bare(textOf(html)) === bare(sent);
}

function textOf(html: string): string {
  let text = '';
  const parser = new Parser({
    onopentagname: (name) => {
      // A line that ends parts two words.
      if (name === 'br' || name === 'p') text += '\n';
    },
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(html);
  return text;
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(@[\w.-]+)@[\w.-]+/g, '$1')
    .replace(/\s+/g, '');
}
