import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { PlanEntry } from '../../lib/storage/queries/plans.ts';
import { Icon } from '../ui/Icon.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { networkName } from '../ui/network-name.ts';
import { problemText } from './problem-text.ts';
import './plan.css';

/** What was planned: the item, where and when, the words, and what has changed since. */
export function PlanFacts({ plan }: { plan: PlanEntry }) {
  const { title, network, mode, at, text, problem, item } = plan;
  const note =
    problem !== null
      ? problemText(problem)
      : item === 'soon'
        ? t('plan_problem_soon')
        : item === 'offered'
          ? null
          : t(`plan_problem_${item}`);
  return (
    <>
      <h3>{title}</h3>
      <p class="r-muted r-row">
        <NetworkMark network={network} size={14} />
        <span>
          {t(mode === 'post' && problem === null ? 'plan_post_on' : 'plan_remind_on', networkName(network))} ·{' '}
          {formatDate(at)}
        </span>
      </p>
      {text !== '' && <p class="plan-words">{text}</p>}
      {note !== null && (
        <p class="r-row r-muted">
          <Icon name="info" size={16} />
          <span>{note}</span>
        </p>
      )}
    </>
  );
}
