import { useEffect, useState } from 'preact/hooks';
import { evaluateChecks, strongestLevel } from '../../lib/domain/checks/evaluate.ts';
import { postOfItem } from '../../lib/domain/checks/post-of-item.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { language } from '../../lib/i18n/messages.ts';
import type { ComposerContext } from '../../lib/storage/queries/composer.ts';
import { addressOf } from './use-post.ts';

type ProblemsInput = {
  card: FeedCard;
  context: ComposerContext | undefined;
  now: number;
  posts: { network: NetworkId; text: string }[];
};

/** The networks of several whose text is too long or held back: each is said on its tab, none stops the others. */
export function useProblems({ card, context, now, posts }: ProblemsInput): ReadonlySet<NetworkId> {
  const [found, setFound] = useState<ReadonlySet<NetworkId>>(new Set());
  const key = JSON.stringify(posts);
  useEffect(() => {
    if (context === undefined || posts.length < 2) return setFound(new Set());
    let wanted = true;
    const { item, checks, campaign, country, places, offered } = context;
    const hasProblem = async ({ network, text }: (typeof posts)[number]) => {
      const writing = { text, network, campaign, language: language(), country, now };
      if (strongestLevel(evaluateChecks(checks, postOfItem(item, writing))) === 'block') return true;
      const count = await networks[network].loadCounter(places);
      const limit = offered.find(({ id }) => id === network)?.limit ?? networks[network].limit;
      return count({ text, url: addressOf(context, card, network) ?? '' }) > limit;
    };
    Promise.all(posts.map(hasProblem)).then(
      (problems) => wanted && setFound(new Set(posts.filter((_, i) => problems[i]).map(({ network }) => network))),
      () => undefined, // Without a counter the background and the network itself still look.
    );
    return () => {
      wanted = false;
    };
  }, [key, context, now]);
  return found;
}
