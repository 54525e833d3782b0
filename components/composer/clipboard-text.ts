import { textWithLink } from '../../lib/domain/networks/post-text.ts';
import type { Takes } from '../../lib/domain/networks/takes.ts';

/** What travels on the clipboard: the text beside a link that the composer takes, else both. */
export function clipboardText(takes: Takes, text: string, address: string | null): string {
  return takes === 'nothing' && address !== null ? textWithLink({ text, url: address }) : text;
}
