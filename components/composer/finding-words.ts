import type { Finding } from '../../lib/domain/checks/evaluate.ts';
import { type HouseCheckId, isHouseCheckId } from '../../lib/domain/checks/house-checks.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { formatMoment, formatNumber, t } from '../../lib/i18n/messages.ts';

/** The company's sentence, else the house's own. */
export function findingSentence(finding: Finding, network: NetworkId): string {
  if (finding.help !== null) return finding.help;
  return isHouseCheckId(finding.checkId) ? houseSentence(finding.checkId, finding, network) : '';
}

function houseSentence(id: HouseCheckId, { count, limit, at }: Finding, network: NetworkId): string {
  switch (id) {
    case 'network':
      return t('check_network', networks[network].name);
    case 'embargo':
    case 'expired':
      return t(`check_${id}`, at === null ? '' : formatMoment(at));
    case 'many_hashtags':
      return t('check_many_hashtags', formatNumber(count ?? 0), formatNumber(limit ?? 0));
    case 'emoji_run':
      return t('check_emoji_run', formatNumber(limit ?? 0));
    default:
      return t(`check_${id}`);
  }
}

export type FoundWord = { word: string; start: number; end: number; reason: string | null };

const wordLimit = 12;

/** The words to show for a finding, each once. */
export function foundWords({ marks }: Finding, text: string): FoundWord[] {
  const words = new Map<string, FoundWord>();
  for (const { start, end, reason } of marks) {
    const word = text.slice(start, end);
    if (!words.has(word)) words.set(word, { word, start, end, reason });
  }
  return [...words.values()].slice(0, wordLimit);
}
