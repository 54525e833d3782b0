import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';

/** Two lines of about that many letters, on a wide screen. */
const shortText = 180;

/** What someone wrote, whole if they want it. */
export function OwnWords({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (text.trim() === '') return null;
  const isLong = text.length > shortText || text.split('\n').length > 2;
  return (
    <div class="dashboard-own-words">
      <p id={id} class={isLong && !isOpen ? 'dashboard-entry-words' : 'dashboard-entry-words-all'} dir="auto">
        {text}
      </p>
      {isLong && (
        <button
          type="button"
          class="dashboard-more-words"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'journal_words_less' : 'journal_words_all')}
        </button>
      )}
    </div>
  );
}
