import { useState } from 'preact/hooks';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { PlanEntry } from '../../lib/storage/queries/plans.ts';
import { useCommand } from '../ui/use-command.ts';

type Told = { words: string; undo: (() => void) | null };

/** What can be done with planned shares, each said once it is done, with its way back. */
export function usePlanActs() {
  const command = useCommand();
  const [told, setTold] = useState<Told | null>(null);

  const cancel = async ({ id: planId, title }: PlanEntry) => {
    if ((await command.run('cancelPlan', { planId, isCancelled: true })) === undefined) return;
    const undo = async () => {
      await command.run('cancelPlan', { planId, isCancelled: false });
      setTold(null);
    };
    setTold({ words: t('plan_cancelled', title), undo });
  };
  const move = async ({ id: planId }: PlanEntry, at: number | null): Promise<boolean> => {
    const moved = await command.run('movePlan', { planId, at });
    if (moved !== undefined) setTold({ words: t('plan_moved', formatDate(moved.at)), undo: null });
    return moved !== undefined;
  };
  const open = ({ id: planId }: PlanEntry) => command.run('openPlan', { planId });
  return { command, told, clear: () => setTold(null), cancel, move, open };
}

export type PlanActs = ReturnType<typeof usePlanActs>;
