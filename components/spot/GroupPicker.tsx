import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { formatDay, plural, t } from '../../lib/i18n/messages.ts';
import type { SpotGroup } from '../../lib/storage/queries/spot-window.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { initials, searchGroups } from './spot-form.ts';

/** Fewer groups than this are seen at a glance: a search field would only be one more stop. */
const searchFrom = 5;

const visibilityIcons: Record<SpotGroup['visibility'], IconName> = { open: 'globe', request: 'key', private: 'lock' };

type GroupPickerProps = {
  groups: SpotGroup[];
  chosen: ReadonlySet<string>;
  onToggle: (groupId: string) => void;
  listRef: RefObject<HTMLFieldSetElement | null>;
};

/** The checkbox that arrow keys lead to from `from`; the list is plain checkboxes, so Tab works as well. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')];
  const at = stops.indexOf(event.target as HTMLInputElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function GroupPicker({ groups, chosen, onToggle, listRef }: GroupPickerProps) {
  const [sought, setSought] = useState('');
  const found = searchGroups(groups, sought);
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    listRef.current?.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus();
  };
  return (
    <fieldset ref={listRef} class="spot-groups" onKeyDown={moveFocus}>
      <legend class="r-label">{t('spot_groups_label')}</legend>
      {groups.length >= searchFrom && (
        <div class="spot-search">
          <Icon name="search" size={16} />
          <input
            class="r-input"
            type="search"
            aria-label={t('spot_group_search')}
            placeholder={t('spot_group_search')}
            value={sought}
            onInput={({ currentTarget }) => setSought(currentTarget.value)}
            onKeyDown={onSearchKey}
          />
        </div>
      )}
      <p class="r-hidden" role="status">
        {sought.trim() !== '' && found.length > 0 && plural('spot_groups_found', found.length)}
      </p>
      {found.length === 0 && <p class="r-muted">{t('spot_group_no_match', sought.trim())}</p>}
      {found.map((group) => (
        <GroupRow key={group.id} group={group} checked={chosen.has(group.id)} onToggle={() => onToggle(group.id)} />
      ))}
    </fieldset>
  );
}

type GroupRowProps = { group: SpotGroup; checked: boolean; onToggle: () => void };

function GroupRow({ group, checked, onToggle }: GroupRowProps) {
  const id = useId();
  return (
    <label class="spot-group" data-visibility={group.visibility}>
      <span class="spot-group-mark" aria-hidden="true">
        {initials(group.name)}
      </span>
      <span class="spot-group-text">
        <span id={`${id}-name`} class="spot-group-name">
          {group.name}
        </span>
        <span id={`${id}-detail`} class="spot-group-detail">
          <Icon name={visibilityIcons[group.visibility]} size={14} />
          {[
            t(`spot_visibility_${group.visibility}`),
            ...(group.memberCount === null ? [] : [plural('spot_members', group.memberCount)]),
          ].join(' · ')}
          {group.spottedAt !== null && (
            <span class="spot-group-spotted">{t('spot_spotted_on', formatDay(group.spottedAt))}</span>
          )}
        </span>
      </span>
      <input
        type="checkbox"
        checked={checked}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-detail`}
        onChange={onToggle}
      />
    </label>
  );
}
