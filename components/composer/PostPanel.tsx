import { useMemo } from 'preact/hooks';
import type { Finding } from '../../lib/domain/checks/evaluate.ts';
import { applyFix } from '../../lib/domain/checks/evaluate.ts';
import type { Fix } from '../../lib/domain/checks/evaluate-rule.ts';
import { completionCandidates } from '../../lib/domain/complete-text.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { Takes } from '../../lib/domain/networks/takes.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { ComposerContext } from '../../lib/storage/queries/composer.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { BeginWith } from './BeginWith.tsx';
import { CopyNote } from './CopyNote.tsx';
import { Findings, FindingsStatus } from './Findings.tsx';
import { PostField } from './PostField.tsx';
import { PostLength } from './PostLength.tsx';
import { Preview } from './Preview.tsx';
import { Proposals } from './Proposals.tsx';
import { SamenessNote } from './SamenessNote.tsx';
import type { Post } from './use-post.ts';
import type { SharePost } from './use-share-post.ts';

const stopping = ['block', 'warning'] as const;
const advising = ['advice'] as const;

type PostPanelProps = {
  card: FeedCard;
  context: ComposerContext | undefined;
  network: NetworkId;
  takes: Takes;
  limit: number;
  over: number;
  post: Post;
  findings: Finding[];
  sending: SharePost;
  isKept: boolean;
  area: { current: HTMLTextAreaElement | null };
  /** One of several, below its tab. */
  isTab: boolean;
};

/** The text for one network, what is said of it, and how it will be seen there. */
export function PostPanel({ card, context, network, post, findings, sending, area, ...props }: PostPanelProps) {
  const { takes, limit, over, isKept, isTab } = props;
  const candidates = useMemo(
    () =>
      completionCandidates({
        tags: context?.item.tags ?? card.tags,
        campaignHashtag: context?.campaign?.hashtag ?? null,
        suggestions: post.proposals.map(({ text }) => text),
        past: context?.past.filter((own) => own.network === network).map(({ text }) => text) ?? [],
      }),
    [context, network],
  );
  const write = (text: string) => {
    sending.wrote();
    post.setText(text);
  };
  const show = (start: number, end: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const fix = (one: Fix) => {
    write(applyFix(post.text, one));
    area.current?.focus();
  };
  const shown = { findings, text: post.text, network, onFix: fix, onShow: show };
  const asTab = {
    role: 'tabpanel' as const,
    id: `composer-panel-${network}`,
    'aria-labelledby': `composer-tab-${network}`,
  };
  return (
    <div class="composer-panel" {...(isTab && asTab)}>
      <Proposals post={post} />
      <PostField
        value={post.text}
        onInput={write}
        error={over > 0 ? t('composer_over', over, networkName(network)) : null}
        candidates={candidates}
        areaRef={area}
      />
      <PostLength post={post} limit={limit} isKept={isKept} />
      <FindingsStatus findings={findings} network={network} />
      <Findings {...shown} levels={stopping} />
      {sending.blankLeft && <Notice kind="warning">{t('composer_blank_left')}</Notice>}
      <SamenessNote text={post.text} context={context} />
      <div class="r-row r-wrap">
        <BeginWith areaRef={area} />
        {post.isOwn && (
          <Button variant="quiet" icon={<Icon name="trash" size={16} />} onClick={post.startOver}>
            {t('composer_start_over')}
          </Button>
        )}
      </div>
      <CopyNote network={network} takes={takes} copied={sending.copied} onCopy={sending.copy} />
      <Findings {...shown} levels={advising} />
      <Preview card={card} network={network} address={post.address} />
    </div>
  );
}
