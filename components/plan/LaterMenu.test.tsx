import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anAccount, aPlan } from '../../tests/helpers/plan-rows.ts';
import { anItem } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { LaterMenu, type LaterMenuProps } from './LaterMenu.tsx';

let db: RelaisDb;
beforeEach(async () => {
  db = new RelaisDb(`later-${crypto.randomUUID()}`);
  await db.items.add(anItem({ id: 'newsroom|heat' }));
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

function open(values: Partial<LaterMenuProps> = {}) {
  const background = startPageBackground({
    planShare: async ({ planId, at }) => ({ planId, at: at ?? Date.now() + 3_600_000 }),
  });
  render(
    <LaterMenu
      db={db}
      itemId="newsroom|heat"
      posts={[{ network: 'bluesky', text: 'Own words' }]}
      canPost
      {...values}
    />,
  );
  return { ...background, user: userEvent.setup() };
}

describe('LaterMenu', () => {
  it('puts the words in the next free slot by keyboard, and takes that back', async () => {
    const { commands, user } = open();
    (await screen.findByRole('button', { name: 'Later…' })).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Next free slot/ }));
    await expectAccessible();
    await user.keyboard('{Enter}');
    await screen.findByText(/We’ll remind you on/);
    const [plan] = commands;
    expect(plan).toMatchObject({
      name: 'planShare',
      input: {
        itemId: 'newsroom|heat',
        network: 'bluesky',
        text: 'Own words',
        at: null,
        mode: 'remind',
        accountId: null,
      },
    });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(commands.at(-1)).toEqual({
      name: 'cancelPlan',
      input: { planId: plan?.name === 'planShare' ? plan.input.planId : '', isCancelled: true },
    });
  });

  it('takes a day and an hour to come, and no other', async () => {
    const { commands, user } = open();
    await user.click(await screen.findByRole('button', { name: 'Later…' }));
    await user.click(screen.getByRole('radio', { name: 'A day and time of my choice' }));
    const day = screen.getByLabelText('Day');
    await user.clear(day);
    await user.type(day, '2020-01-02');
    expect(screen.getByRole('alert').textContent).toBe('Choose a time to come.');
    expect((screen.getByRole('button', { name: 'Put in my queue' }) as HTMLButtonElement).disabled).toBe(true);
    await expectAccessible();
    await user.clear(day);
    await user.type(day, '2999-03-04');
    const time = screen.getByLabelText('Time');
    await user.clear(time);
    await user.type(time, '16:40');
    await user.click(screen.getByRole('button', { name: 'Put in my queue' }));
    await waitFor(() => expect(commands).toHaveLength(1));
    expect(commands[0]?.input).toMatchObject({ at: new Date(2999, 2, 4, 16, 40).getTime() });
  });

  it('posts by itself only for who has an account there and says so', async () => {
    await db.accounts.add(anAccount({ handle: 'camille.example' }));
    const { commands, user } = open();
    await user.click(await screen.findByRole('button', { name: 'Later…' }));
    expect((screen.getByRole('radio', { name: /I’ll post it myself/ }) as HTMLInputElement).checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Post it for me as @camille.example' }));
    await user.click(screen.getByRole('button', { name: 'Put in my queue' }));
    await screen.findByText(/It will be posted on/);
    expect(commands[0]?.input).toMatchObject({ mode: 'post', accountId: anAccount().id });
  });

  it.each<[string, Partial<LaterMenuProps>]>([
    ['what a check stops', { canPost: false }],
    [
      'several networks at once',
      {
        posts: [
          { network: 'bluesky', text: 'a' },
          { network: 'x', text: 'b' },
        ],
      },
    ],
  ])('never posts %s', async (_, values) => {
    await db.accounts.add(anAccount());
    const { user } = open(values);
    await user.click(await screen.findByRole('button', { name: 'Later…' }));
    expect(screen.queryByRole('radio', { name: /Post it for me/ })).toBeNull();
  });

  it('says what is planned already, and closes on Escape without a word', async () => {
    await db.plans.add(aPlan({ network: 'bluesky', at: new Date(2999, 2, 4, 16, 40).getTime() }));
    const { commands, user } = open();
    await user.click(await screen.findByRole('button', { name: /Planned for Monday, March 4/ }));
    expect(screen.getByText(/Saving replaces its words and its time/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(commands).toEqual([]);
  });

  it('proposes a quieter time once, in French too', async () => {
    setTestLocale('fr');
    await db.crowds.add({ itemId: 'newsroom|heat', sourceId: 'newsroom', sharers: 20, at: Date.now(), hintedAt: null });
    const { commands, user } = open();
    await screen.findByText(/Beaucoup de collègues partagent ce contenu aujourd’hui/);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Le prévoir à ce moment' }));
    await waitFor(() => expect(commands.map(({ name }) => name)).toEqual(['dismissCrowdHint', 'planShare']));
    expect(commands[1]?.input).toMatchObject({ mode: 'remind', text: 'Own words' });
  });

  it('says why it could not be planned, and keeps the form', async () => {
    startPageBackground({
      planShare: async () => {
        throw Object.assign(new Error('no item'), { code: 'not_found' });
      },
    });
    render(<LaterMenu db={db} itemId="newsroom|heat" posts={[{ network: 'x', text: 'Own words' }]} canPost />);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Later…' }));
    await user.click(screen.getByRole('button', { name: 'Put in my queue' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Put in my queue' })).toBeTruthy();
  });
});
