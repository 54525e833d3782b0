import type { ErrorCode } from '../../lib/domain/errors.ts';
import { t } from '../../lib/i18n/messages.ts';

/** The sentence of a failure, with its next step. Every code has one in the locales. */
export function errorText(code: ErrorCode): string {
  return t(`error_${code}`);
}
