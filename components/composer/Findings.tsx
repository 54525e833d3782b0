import { useId } from 'preact/hooks';
import type { Finding } from '../../lib/domain/checks/evaluate.ts';
import type { Fix } from '../../lib/domain/checks/evaluate-rule.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { findingSentence, foundWords } from './finding-words.ts';
import './Findings.css';

type FindingsProps = {
  findings: Finding[];
  /** What stops stands right under the text; advice, lower. */
  levels: readonly Finding['level'][];
  text: string;
  network: NetworkId;
  onFix: (fix: Fix) => void;
  /** Shows a place of the text in the text. */
  onShow: (start: number, end: number) => void;
};

/** What the checks found, grouped by what it asks of the employee. */
export function Findings({ findings, levels, text, network, onFix, onShow }: FindingsProps) {
  return (
    <>
      {levels.map((level) => {
        const own = findings.filter((finding) => finding.level === level);
        if (own.length === 0) return null;
        return (
          <FindingGroup key={level} level={level}>
            {own.map((finding, i) => (
              // Two sources may use one id.
              <li key={`${finding.checkId} ${i}`} class="finding">
                <p dir="auto">{findingSentence(finding, network)}</p>
                <FoundWords finding={finding} text={text} onShow={onShow} />
                <Fixes fixes={finding.fixes} onFix={onFix} />
              </li>
            ))}
          </FindingGroup>
        );
      })}
    </>
  );
}

/** The findings for who cannot see them appear: said once typing leaves a moment. */
export function FindingsStatus({ findings, network }: Pick<FindingsProps, 'findings' | 'network'>) {
  return (
    <p class="r-hidden" role="status">
      {spoken(findings, network)}
    </p>
  );
}

/** Said politely when it changes: what stops in full, advice by its number only, or typing would be talked over. */
function spoken(findings: Finding[], network: NetworkId): string {
  const stops = findings.filter(({ level }) => level !== 'advice');
  if (stops.length > 0) return stops.map((finding) => findingSentence(finding, network)).join(' ');
  return findings.length > 0 ? plural('composer_advice', findings.length) : '';
}

function FindingGroup({ level, children }: { level: Finding['level']; children: preact.ComponentChildren }) {
  const id = useId();
  return (
    <section class={`findings findings-${level}`} aria-labelledby={id}>
      <h2 id={id}>
        <Icon name={level === 'advice' ? 'info' : 'warning'} size={14} />
        {t(`composer_level_${level}`)}
      </h2>
      <ul class="r-list">{children}</ul>
    </section>
  );
}

function FoundWords({ finding, text, onShow }: Pick<FindingsProps, 'text' | 'onShow'> & { finding: Finding }) {
  const words = foundWords(finding, text);
  if (words.length === 0) return null;
  return (
    <ul class="r-list finding-words">
      {words.map(({ word, start, end, reason }) => (
        <li key={word}>
          <button type="button" aria-label={t('composer_show_word', word)} onClick={() => onShow(start, end)}>
            <mark dir="auto">{word}</mark>
          </button>
          {reason && <span>{reason}</span>}
        </li>
      ))}
    </ul>
  );
}

function Fixes({ fixes, onFix }: { fixes: Fix[]; onFix: (fix: Fix) => void }) {
  if (fixes.length === 0) return null;
  return (
    <div class="finding-fixes">
      {fixes.map((fix) => (
        <Button
          key={`${fix.kind} ${fix.text}`}
          icon={<Icon name={fix.kind === 'append' ? 'plus' : 'check'} size={14} />}
          onClick={() => onFix(fix)}
        >
          {t(`composer_fix_${fix.kind}`, fix.text)}
        </Button>
      ))}
    </div>
  );
}
