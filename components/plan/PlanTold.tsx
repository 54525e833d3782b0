import { t } from '../../lib/i18n/messages.ts';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import type { PlanActs } from './use-plans.ts';

/** What was just done, or could not be. */
export function PlanTold({ acts: { command, told, clear } }: { acts: PlanActs }) {
  return (
    <>
      {command.failed && (
        <Notice kind="failed" onDismiss={command.clear}>
          {errorText(command.failed)}
        </Notice>
      )}
      {told && (
        <Notice
          kind="ok"
          {...(told.undo && { action: { label: t('action_undo'), onClick: told.undo } })}
          onDismiss={clear}
        >
          {told.words}
        </Notice>
      )}
    </>
  );
}
