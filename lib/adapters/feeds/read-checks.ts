import { readCheckPayload, toCheck } from '../../contract/check.ts';
import type { Check, Words } from '../../domain/checks/check.ts';
import { usableChecks } from '../../domain/checks/lint-checks.ts';
import { plainText } from '../../domain/plain-text.ts';

const checkLimit = 100;

/**
 * The checks of a feed that can be relied on, in its order: one that does not parse, or that the linter
 * calls an error, is dropped alone. A check read by halves could block what nobody meant to block.
 */
export function readChecks(raw: unknown, campaignIds: string[]): Check[] {
  if (!Array.isArray(raw)) return [];
  const checks = raw.slice(0, checkLimit).flatMap((one) => {
    const payload = readCheckPayload(one);
    return payload === null ? [] : [toCheck(payload)];
  });
  return usableChecks(checks, { campaignIds }).map((check) => ({
    ...check,
    ...(check.help !== undefined && { help: plainWords(check.help) }),
  }));
}

function plainWords(words: Words): Words {
  if (typeof words === 'string') return plainText(words, 500);
  return Object.fromEntries(Object.entries(words).map(([tag, text]) => [tag, plainText(text, 500)]));
}
