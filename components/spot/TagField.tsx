import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { addTags } from './spot-form.ts';

type TagFieldProps = {
  tags: string[];
  /** What is typed and not yet a tag: kept by the form, so that sending does not lose it. */
  typed: string;
  onChange: (tags: string[], typed: string) => void;
};

/** Tags as removable chips before one text field; comma, Enter and leaving the field add what was typed. */
export function TagField({ tags, typed, onChange }: TagFieldProps) {
  const id = useId();
  const commit = (text: string) => onChange(addTags(tags, text), '');
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter accepts its word and Backspace edits it.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      commit(typed);
    } else if (event.key === 'Backspace' && typed === '') {
      onChange(tags.slice(0, -1), '');
    }
  };
  return (
    <div class="r-field">
      <label class="r-label" for={id}>
        {t('spot_tags_label')}
      </label>
      <div class="spot-tags">
        {tags.length > 0 && (
          <ul class="r-list" aria-label={t('spot_tags_list')}>
            {tags.map((tag) => (
              <li key={tag} class="spot-tag">
                <span>{tag}</span>
                <button
                  type="button"
                  aria-label={t('spot_tag_remove', tag)}
                  onClick={() =>
                    onChange(
                      tags.filter((other) => other !== tag),
                      typed,
                    )
                  }
                >
                  <Icon name="close" size={14} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          id={id}
          value={typed}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          enterkeyhint="enter"
          onInput={({ currentTarget: { value } }) => (/[,;]/.test(value) ? commit(value) : onChange(tags, value))}
          onKeyDown={onKeyDown}
          onBlur={() => typed.trim() !== '' && commit(typed)}
        />
      </div>
      <p id={`${id}-hint`} class="r-muted">
        {t('spot_tags_hint')}
      </p>
    </div>
  );
}
