import type { PlanProblem } from '../../lib/domain/plan.ts';
import { t } from '../../lib/i18n/messages.ts';
import { errorText } from '../ui/error-text.ts';

/** Why a post that was planned asks, as a sentence. */
export function problemText(problem: PlanProblem): string {
  switch (problem) {
    case 'late':
    case 'expired':
    case 'left':
    case 'not_allowed':
      return t(`plan_problem_${problem}`);
    default:
      return errorText(problem);
  }
}
