import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../../lib/domain/spot.ts';
import { language, plural, t } from '../../lib/i18n/messages.ts';
import type { SpotScreen } from '../../lib/storage/queries/spot-window.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/error-text.ts';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { GroupPicker } from './GroupPicker.tsx';
import { PageCard } from './PageCard.tsx';
import { addTags, audienceOf } from './spot-form.ts';
import { TagField } from './TagField.tsx';

type SpotFormProps = {
  screen: SpotScreen;
  page: Page;
  onSending: () => void;
  onSent: (spotId: string) => void;
};

/** The page, its groups and the words that go with it. A failure leaves all of it as it was typed. */
export function SpotForm({ screen, page, onSending, onSent }: SpotFormProps) {
  const [title, setTitle] = useState(page.title);
  const [quote, setQuote] = useState(screen.draft.quote);
  const [comment, setComment] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const [typedTag, setTypedTag] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [titleMissing, setTitleMissing] = useState(false);
  const send = useCommand();
  const groupsRef = useRef<HTMLFieldSetElement>(null);
  const titleRef = useRef<HTMLTextAreaElement>(null);
  // A group that a refresh took away must not be counted on the button.
  const chosenGroups = screen.groups.filter((group) => chosen.has(group.id));

  const focusFirstGroup = () => groupsRef.current?.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus();
  // Before the first paint: a later focus would take the caret from who is already typing.
  useLayoutEffect(() => {
    focusFirstGroup();
  }, []);

  const submit = async () => {
    if (send.busy !== null) return;
    if (title.trim() === '') {
      setTitleMissing(true);
      titleRef.current?.focus();
      return;
    }
    if (chosenGroups.length === 0) {
      focusFirstGroup();
      return;
    }
    onSending();
    const sent = await send.run('sendSpot', {
      draftId: screen.draft.id,
      title: title.trim(),
      comment: comment.trim(),
      quote,
      tags: addTags(tags, typedTag),
      groupIds: chosenGroups.map((group) => group.id),
    });
    if (sent !== undefined) onSent(sent.spotId);
  };

  const toggle = (groupId: string) => {
    const next = new Set(chosen);
    if (!next.delete(groupId)) next.add(groupId);
    setChosen(next);
  };

  return (
    <form
      class="spot-form"
      aria-label={t('spot_title')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <div class="spot-body">
        <PageCard
          page={page}
          warnings={screen.draft.warnings}
          picture={screen.picture}
          title={title}
          onTitle={(next) => {
            setTitle(next);
            setTitleMissing(false);
          }}
          titleRef={titleRef}
          titleMissing={titleMissing}
          quote={quote}
          onRemoveQuote={() => setQuote(null)}
        />
        <GroupPicker groups={screen.groups} chosen={chosen} onToggle={toggle} listRef={groupsRef} />
        <Audience groups={chosenGroups} />
        <Field label={t('spot_comment_label')} rows={3} maxLength={5000} value={comment} onInput={setComment} />
        <TagField
          tags={tags}
          typed={typedTag}
          onChange={(next, typed) => {
            setTags(next);
            setTypedTag(typed);
          }}
        />
      </div>
      <footer class="spot-footer">
        {send.failed !== null && <Notice kind="failed">{errorText(send.failed)}</Notice>}
        <Button
          variant={chosenGroups.length === 0 ? 'plain' : 'group'}
          size="large"
          block
          busy={send.busy !== null}
          onClick={submit}
        >
          {chosenGroups.length === 0 ? t('spot_send_none') : plural('spot_send', chosenGroups.length)}
        </Button>
        <p class="r-muted">{t(/^Mac/.test(navigator.platform) ? 'spot_send_hint_mac' : 'spot_send_hint')}</p>
      </footer>
    </form>
  );
}

function Audience({ groups }: { groups: SpotScreen['groups'] }) {
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  return (
    <div class="spot-audience" role="status">
      {groups.length === 0 && <p>{t('spot_audience_none')}</p>}
      {audienceOf(groups).map(({ visibility, companyName, groupNames }) => (
        <p key={`${visibility} ${companyName}`}>
          {visibility === 'open'
            ? t('spot_audience_open', companyName, list.format(groupNames))
            : t(`spot_audience_${visibility}`, list.format(groupNames))}
        </p>
      ))}
    </div>
  );
}
