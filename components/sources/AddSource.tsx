import { useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { MessageOutput } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { CommandFailure, type RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Field } from '../ui/Field.tsx';
import { hostOf } from '../ui/host-of.ts';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import './sources.css';

type Candidate = MessageOutput<'findSources'>['candidates'][number];

type AddSourceProps = { requestHostAccess: RequestHostAccess; onAdded?: (title: string) => void };

/** From any address to a source: what it offers is shown, and one click takes it. */
export function AddSource({ requestHostAccess, onAdded }: AddSourceProps) {
  const [address, setAddress] = useState('');
  const [candidates, setCandidates] = useState<Candidate[] | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const [last, setLast] = useState<(() => void) | null>(null);
  const command = useCommand();

  const find = async () => {
    const sought = address.trim();
    if (sought === '' || command.busy !== null) return;
    setAdded(null);
    setCandidates(null);
    setLast(() => find);
    const found = await command.run('findSources', { address: sought });
    if (found !== undefined) setCandidates(found.candidates);
  };
  const add = async (candidate: Candidate) => {
    setLast(() => () => void add(candidate));
    const done = await command.run('addSource', { url: candidate.url });
    if (done === undefined) return;
    setCandidates(null);
    setAddress('');
    setAdded(candidate.title);
    onAdded?.(candidate.title);
  };

  return (
    <form
      class="sources-add"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <div class="sources-add-line">
        <Field
          label={t('sources_add_label')}
          hint={t('sources_add_hint')}
          placeholder={t('sources_add_placeholder')}
          autoComplete="url"
          spellcheck={false}
          maxLength={2048}
          value={address}
          onInput={setAddress}
        />
        <Button type="submit" busy={command.busy === 'findSources'}>
          {t('sources_find')}
        </Button>
      </div>
      <p class="r-hidden" role="status">
        {command.busy === 'findSources' && t('sources_finding')}
      </p>
      <CommandFailure command={command} requestHostAccess={requestHostAccess} onAllowed={() => last?.()} />
      {candidates !== null && <Candidates candidates={candidates} busy={command.busy !== null} onAdd={add} />}
      {added !== null && <Notice kind="ok">{t('sources_added', added)}</Notice>}
    </form>
  );
}

type CandidatesProps = { candidates: Candidate[]; busy: boolean; onAdd: (candidate: Candidate) => void };

function Candidates({ candidates, busy, onAdd }: CandidatesProps) {
  if (candidates.length === 0) return <Notice kind="failed">{t('error_not_a_feed')}</Notice>;
  const feedCount = candidates.filter(({ kind }) => kind === 'feed').length;
  return (
    <div class="r-stack">
      {feedCount > 0 && <p role="status">{plural('sources_candidates', feedCount)}</p>}
      <ul class="r-list sources-list">
        {candidates.map((candidate) => (
          <li key={candidate.url} class="sources-candidate">
            <div class="r-grow">
              <strong>{candidate.title}</strong>
              <p class="r-muted sources-address">
                {candidate.kind === 'hub' ? t('sources_is_hub') : candidate.url.replace(/^https?:\/\//, '')}
              </p>
            </div>
            {candidate.kind === 'hub' ? (
              <ButtonLink href="welcome.html">{t('sources_use_invitation')}</ButtonLink>
            ) : (
              <Button
                variant="primary"
                busy={busy}
                aria-label={t('sources_add_named', candidate.title || hostOf(candidate.url))}
                onClick={() => onAdd(candidate)}
              >
                {t('sources_add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
