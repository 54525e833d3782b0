import { codeOf } from '../domain/errors.ts';

const reported = new Set<string>();

/**
 * Tells the developer's console about a failure nobody handles: where, its code, its stack, each
 * stack once. Messages of `RelaisError` name no token and no text of a post, and no other is printed.
 */
export function reportError(error: unknown, where: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (reported.has(stack)) return;
  reported.add(stack);
  // biome-ignore lint/suspicious/noConsole: the one place that reports -- there is nowhere else to send it, by design
  console.error(`relais: ${where} (${codeOf(error)})`, stack);
}
