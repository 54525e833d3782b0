import { useState } from 'preact/hooks';
import { adaptText } from '../../lib/domain/adapt-text.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import type { ComposerContext } from '../../lib/storage/queries/composer.ts';
import { addressOf, proposedText } from './use-post.ts';
import type { Texts } from './use-texts.ts';

export type Places = {
  /** The network whose text is shown. */
  network: NetworkId;
  /** Where it goes, in order; one as long as `several` is off. */
  chosen: NetworkId[];
  several: boolean;
  /** Whose text was made from another one's, and not looked at since. */
  adapted: ReadonlySet<NetworkId>;
  setSeveral: (several: boolean) => void;
  /** Puts a network in, or takes it out; alone, it takes the other's place. */
  choose: (network: NetworkId) => void;
  show: (network: NetworkId) => void;
};

type PlacesInput = {
  card: FeedCard;
  context: ComposerContext | undefined;
  texts: Texts;
  /** What the composer opens with. */
  first: NetworkId[];
};

/** Where the item goes, and which text is shown. A network that comes in starts from the words written so far. */
export function usePlaces({ card, context, texts, first }: PlacesInput): Places {
  const [network, setNetwork] = useState<NetworkId>(first[0] ?? 'linkedin');
  const [chosen, setChosen] = useState(first);
  const [several, setSeveral] = useState(first.length > 1);
  const [adapted, setAdapted] = useState<ReadonlySet<NetworkId>>(new Set());

  const adapt = async (to: NetworkId, own: string) => {
    const { loadCounter, limit } = networks[to];
    const count = await loadCounter(context?.places);
    const url = addressOf(context, card, to) ?? '';
    const most = context?.offered.find(({ id }) => id === to)?.limit ?? limit;
    const text = adaptText(own, to, (part) => count({ text: part, url }) <= most);
    // Written meanwhile, or nothing left of it: what is proposed there is a better start.
    if (texts.of(to) !== undefined || text === '') return;
    texts.write(to, { text, aside: null });
    setAdapted((known) => new Set(known).add(to));
  };
  return {
    network,
    chosen,
    several,
    adapted,
    setSeveral: (next) => {
      setSeveral(next);
      if (!next) setChosen([network]);
    },
    choose: (next) => {
      if (!several) {
        setNetwork(next);
        setChosen([next]);
      } else if (!chosen.includes(next)) {
        const own = texts.of(network)?.text;
        if (own !== undefined && own !== proposedText(context, card, network) && texts.of(next) === undefined) {
          void adapt(next, own);
        }
        setChosen([...chosen, next]);
        setNetwork(next);
      } else if (chosen.length > 1) {
        const left = chosen.filter((id) => id !== next);
        setChosen(left);
        if (network === next && left[0] !== undefined) setNetwork(left[0]);
      }
    },
    show: setNetwork,
  };
}
