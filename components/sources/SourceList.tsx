import type { SourceStatus } from '../../lib/storage/queries/settings.ts';
import type { HasHostAccess, RequestHostAccess } from '../ui/CommandFailure.tsx';
import { SourceRow } from './SourceRow.tsx';
import './sources.css';

type SourceListProps = {
  sources: SourceStatus[];
  now: number;
  requestHostAccess: RequestHostAccess;
  hasHostAccess: HasHostAccess;
  /** Told after a source was asked: an unchanged one leaves no trace in the database that a page could follow. */
  onAsked: () => void;
};

/** Every source with how it is: what it gave, when it last answered and is next asked, what it lacks. */
export function SourceList({ sources, ...rest }: SourceListProps) {
  return (
    <ul class="r-list sources-list">
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} {...rest} />
      ))}
    </ul>
  );
}
