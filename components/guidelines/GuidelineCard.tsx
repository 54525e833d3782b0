import { useState } from 'preact/hooks';
import type { ReadableGuideline } from '../../lib/storage/queries/guidelines.ts';
import { Icon } from '../ui/Icon.tsx';
import { Markdown } from '../ui/Markdown.tsx';

/** One card: its title, and the text once it is opened. */
export function GuidelineCard({ guideline }: { guideline: ReadableGuideline }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="guideline" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="r-grow">
          <h3>{guideline.title}</h3>
          <span class="r-muted">{guideline.sourceTitle}</span>
        </span>
        <Icon name="chevron-right" />
      </summary>
      {open && <Markdown text={guideline.body} headingLevel={4} />}
    </details>
  );
}
