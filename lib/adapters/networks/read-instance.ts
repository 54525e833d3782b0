import { z } from 'zod';
import { codeOf, RelaisError } from '../../domain/errors.ts';
import type { MastodonInstance } from '../../domain/networks/network-definition.ts';
import type { HttpClient } from '../http/client.ts';

const count = z.number().int().positive().max(1_000_000);

/** What a server that speaks as Mastodon does states of itself; a fork without limits of its own leaves them out. */
const instancePayload = z
  .object({
    configuration: z
      .object({
        statuses: z.object({
          max_characters: count.optional().catch(undefined),
          characters_reserved_per_url: count.optional().catch(undefined),
        }),
      })
      .optional()
      .catch(undefined),
    /** Pleroma's and Akkoma's. */
    max_toot_chars: count.optional().catch(undefined),
    version: z.string(),
    domain: z.string().optional(),
    uri: z.string().optional(),
  })
  .refine(({ domain, uri }) => domain !== undefined || uri !== undefined);

/** More than the longest such document, which lists a server's rules. */
const limitBytes = 1_000_000;

/**
 * Asks a host what it allows: https://docs.joinmastodon.org/methods/instance/, version 2, and 1 for servers
 * from before 4.0. Redirects are refused: they lead to another host than the one that was named.
 *
 * @throws RelaisError `not_mastodon`, or why nobody answered.
 */
export async function readInstance(http: HttpClient, host: string): Promise<MastodonInstance> {
  const ask = (version: 1 | 2) =>
    http.sendForJson(
      { method: 'GET', url: `https://${host}/api/v${version}/instance`, redirect: 'refuse', limitBytes },
      instancePayload,
    );
  try {
    const { configuration, max_toot_chars } = await ask(2).catch((error) => {
      if (isOtherAnswer(error)) return ask(1);
      throw error;
    });
    return {
      host,
      maxCharacters: configuration?.statuses.max_characters ?? max_toot_chars ?? 500,
      charactersPerLink: configuration?.statuses.characters_reserved_per_url ?? 23,
    };
  } catch (error) {
    if (!isOtherAnswer(error)) throw error;
    throw new RelaisError('not_mastodon', `${host} does not answer as a Mastodon server`, { cause: error });
  }
}

/** Somebody answered, and something else. */
function isOtherAnswer(error: unknown): boolean {
  return ['not_found', 'gone', 'unexpected_answer', 'rejected', 'forbidden', 'not_signed_in', 'too_large'].includes(
    codeOf(error),
  );
}
