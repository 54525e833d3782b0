import { useState } from 'preact/hooks';
import { cardState, learningPath } from '../../lib/domain/learning-path.ts';
import type { Role } from '../../lib/domain/role.ts';
import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { RoleField } from '../learning/RoleField.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useCommand } from '../ui/use-command.ts';
import { CardList } from './CardList.tsx';
import type { PathCard } from './GuidelineCard.tsx';

type LearningPathProps = {
  guidelines: ReadableGuideline[];
  /** As stored when the guidelines were read. */
  role: Role | null;
};

/** The cards of one's own path with the progress made, then the paths of others, closed. */
export function LearningPath({ guidelines, role: stored }: LearningPathProps) {
  // What was just chosen stands until it is stored, and after: no query tells when a preference changed.
  const [chosen, setChosen] = useState<Role | null>();
  const command = useCommand();
  const role = chosen === undefined ? stored : chosen;
  const cards = guidelines.map(
    (guideline): PathCard => ({ ...guideline, state: cardState(guideline, guideline.reading) }),
  );
  const { own, others } = learningPath(cards, role);
  const hasRoles = cards.some((card) => card.kind === 'card' && card.roles.length > 0);
  const sourceNamed = new Set(guidelines.map(({ sourceId }) => sourceId)).size > 1;
  if (own.length === 0 && others.length === 0) return null;

  const choose = async (next: Role | null) => {
    setChosen(next);
    const done = await command.run('setPreferences', { role: next });
    // What is shown is what is stored.
    if (done === undefined) setChosen(undefined);
  };
  return (
    <section class="r-stack" aria-labelledby="guidelines-cards">
      <div class="guidelines-head">
        <h2 id="guidelines-cards">{t('guidelines_cards')}</h2>
        {hasRoles && <RoleField role={role} onChange={(next) => void choose(next)} />}
      </div>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      {own.length > 0 && (
        <>
          <PathProgress cards={own} />
          <CardList cards={own} sourceNamed={sourceNamed} />
        </>
      )}
      {others.length > 0 && (
        <details class="guidelines-others">
          <summary>{t('guidelines_others')}</summary>
          {others.map((path) => (
            <section key={path.role} class="r-stack" aria-labelledby={`path-${path.role}`}>
              <p id={`path-${path.role}`} class="r-label">
                {t(`role_${path.role}`)}
              </p>
              <CardList cards={path.cards} sourceNamed={sourceNamed} />
            </section>
          ))}
        </details>
      )}
    </section>
  );
}

function PathProgress({ cards }: { cards: PathCard[] }) {
  const readCount = cards.filter(({ state }) => state === 'read').length;
  const isDone = readCount === cards.length;
  const label = isDone
    ? plural('guidelines_path_done', readCount)
    : plural('guidelines_progress', readCount, formatNumber(cards.length));
  return (
    <div class="guidelines-progress">
      <p role="status" class={isDone ? 'guidelines-done' : 'r-muted'}>
        {isDone && <Icon name="check" size={16} />}
        {label}
      </p>
      {!isDone && <Progress label={label} value={readCount} max={cards.length} />}
    </div>
  );
}
