import { countGraphemes } from './graphemes.ts';

/** What a server counts for a link when it does not say. */
export const usualCharactersPerLink = 23;

/** An address with its scheme and a dot in its host, up to what can end a sentence after it; a bracket is its own only when it opened within. */
const link =
  /(?<![\p{L}\p{N}@#$_/])https?:\/\/(?=[^\s/?#:.]+\.[^\s/?#:])(?:[^\s<>"'()]|\([^\s<>"'()]*\))*(?:[^\s<>"'().,;:!?…»”’]|\([^\s<>"'()]*\))/giu;
const mention =
  /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_]+)?)@[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*(?::\d+)?/giu;

/**
 * Graphemes, a link as many as the server reserves however long it is, and of `@user@host` the `@user`
 * alone (https://docs.joinmastodon.org/user/posting/, and the server's `StatusLengthValidator`).
 */
export function countForMastodon(text: string, charactersPerLink = usualCharactersPerLink): number {
  const counted = text.toWellFormed().replace(link, 'x'.repeat(charactersPerLink)).replace(mention, '@$1');
  return countGraphemes(counted);
}
