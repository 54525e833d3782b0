import { useMemo } from 'preact/hooks';
import { evaluateChecks, type Finding } from '../../lib/domain/checks/evaluate.ts';
import { postOfItem } from '../../lib/domain/checks/post-of-item.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { language } from '../../lib/i18n/messages.ts';
import type { PostContext } from '../../lib/storage/queries/checks.ts';
import { useNow } from '../ui/use-now.ts';

const none: Finding[] = [];

/** What the checks say of a text, at every key: a long post and two hundred checks take a few milliseconds. */
export function useFindings(context: PostContext | undefined, network: NetworkId, text: string): Finding[] {
  const now = useNow();
  return useMemo(() => {
    if (context === undefined) return none;
    const { item, checks, campaign, country } = context;
    return evaluateChecks(checks, postOfItem(item, { text, network, campaign, language: language(), country, now }));
  }, [context, network, text, now]);
}
