import { formatTime } from '../../lib/i18n/messages.ts';
import { hostOf } from '../ui/host-of.ts';

type EntryTitleProps = { title: string; url: string; at: number; what: string };

/** The page an act was about; only a web address becomes a link. */
export function EntryTitle({ title, url, at, what }: EntryTitleProps) {
  return (
    <div>
      <h3>
        {/^https?:/.test(url) ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <p class="r-muted">{[what, formatTime(at), hostOf(url)].join(' · ')}</p>
    </div>
  );
}
