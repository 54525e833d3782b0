import { useRef, useState } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { formatDate } from '../../lib/i18n/format-span.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readLaterOffer } from '../../lib/storage/queries/plans.ts';
import { Button } from '../ui/Button.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useNow } from '../ui/use-now.ts';
import { type Later, LaterForm } from './LaterForm.tsx';
import './plan.css';

export type LaterMenuProps = {
  db: RelaisDb;
  itemId: string;
  /** What is being written, by network; the one on screen first. */
  posts: { network: NetworkId; text: string }[];
  /** A check stops it, or it is too long: it can wait for its time all the same, but not leave by itself. */
  canPost: boolean;
};

/** `planIds` are new plans, which the way back cancels. */
type Told = { planIds: string[]; words: string };

/**
 * The composer's other button: the same words, at another time. Also where a quieter time is proposed,
 * once for an item, when many colleagues share it today.
 */
export function LaterMenu({ db, itemId, posts, canPost }: LaterMenuProps) {
  const now = useNow();
  const [network] = posts.map((post) => post.network);
  const offer = useLiveQuery(
    async () => (network === undefined ? undefined : await readLaterOffer(db, { itemId, network }, now)),
    [db, itemId, network, now],
  ).value;
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const command = useCommand();
  const button = useRef<HTMLDivElement>(null);

  const close = () => {
    setOpen(false);
    // Once the button is there again.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  const plan = async ({ at, account }: Later) => {
    const isNew = offer?.plan == null;
    const planned: { planId: string; at: number }[] = [];
    for (const { network, text } of posts) {
      const mode = account === null ? 'remind' : 'post';
      const who = { mode, accountId: account?.id ?? null } as const;
      const input = { planId: crypto.randomUUID(), itemId, network, text, at, ...who };
      const done = await command.run('planShare', input);
      if (done === undefined) return;
      planned.push(done);
    }
    const first = Math.min(...planned.map((one) => one.at));
    const words = t(account === null ? 'plan_done_remind' : 'plan_done_post', formatDate(first));
    // What took the place of another plan has no such way back: the button says the new time.
    setTold({ planIds: isNew ? planned.map(({ planId }) => planId) : [], words });
    close();
  };
  const undo = async () => {
    for (const planId of told?.planIds ?? []) await command.run('cancelPlan', { planId, isCancelled: true });
    setTold(null);
  };
  if (offer === undefined) return null;
  const { crowd } = offer;
  const dismissCrowd = () => command.run('dismissCrowdHint', { itemId });
  return (
    <div class="plan-menu" ref={button}>
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      {told && (
        <Notice
          kind="ok"
          {...(told.planIds.length > 0 && {
            action: { label: t('action_undo'), onClick: undo, busy: command.busy !== null },
          })}
          onDismiss={() => setTold(null)}
        >
          {told.words}
        </Notice>
      )}
      {crowd && !isOpen && (
        <Notice
          icon="users"
          onDismiss={dismissCrowd}
          action={{
            label: t('plan_crowd_yes'),
            busy: command.busy !== null,
            onClick: async () => {
              await dismissCrowd();
              await plan({ at: crowd.at, account: null });
            },
          }}
        >
          {t('plan_crowd', formatDate(crowd.at))}
        </Notice>
      )}
      {isOpen ? (
        <LaterForm
          key={network}
          offer={offer}
          now={now}
          accounts={canPost && posts.length === 1 ? offer.accounts : []}
          busy={command.busy !== null}
          onPlan={plan}
          onClose={close}
        />
      ) : (
        <Button
          block
          icon={<Icon name="clock" size={16} />}
          onClick={() => {
            setTold(null);
            setOpen(true);
          }}
        >
          {offer.plan ? t('plan_later_known', formatDate(offer.plan.at)) : t('plan_later')}
        </Button>
      )}
    </div>
  );
}
