import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { NotificationsSection } from './NotificationsSection.tsx';

afterEach(cleanup);

const office = { fromHour: 9, toHour: 18, days: [1, 2, 3, 4, 5] };
const digestSwitch = () => screen.getByRole<HTMLInputElement>('switch', { name: 'A digest, once a day at most' });

function open({ digest = null as typeof office | null, grants = true } = {}) {
  return render(
    <NotificationsSection preferences={{ badge: true, digest }} requestNotifications={async () => grants} />,
  );
}

describe('NotificationsSection', () => {
  it('asks the browser at the switch, then starts with the hours of an office', async () => {
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    const { container } = open();
    expect(digestSwitch().checked).toBe(false);
    expect(screen.queryByLabelText('From')).toBeNull();
    await user.click(digestSwitch());
    await screen.findByLabelText('From');
    await expectAccessible(container);
    await user.selectOptions(screen.getByLabelText('From'), '8');
    await user.selectOptions(screen.getByLabelText('Until'), '24');
    await user.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await user.click(screen.getByRole('checkbox', { name: 'Sunday' }));
    await user.click(digestSwitch());
    await waitFor(() => expect(commands).toHaveLength(6));
    expect(commands.map(({ input }) => input)).toEqual([
      { digest: office },
      { digest: { ...office, fromHour: 8 } },
      { digest: { ...office, fromHour: 8, toHour: 24 } },
      { digest: { fromHour: 8, toHour: 24, days: [1, 2, 3, 4] } },
      { digest: { fromHour: 8, toHour: 24, days: [0, 1, 2, 3, 4] } },
      { digest: null },
    ]);
    await screen.findByText('Saved');
  });

  it('stays off, and says what still works, when the browser refuses', async () => {
    const { commands } = startPageBackground();
    const user = userEvent.setup();
    open({ grants: false });
    await user.click(digestSwitch());
    await screen.findByText(/The browser did not allow notifications/);
    expect(digestSwitch().checked).toBe(false);
    expect(commands).toEqual([]);
  });

  it('keeps one day at least', async () => {
    startPageBackground();
    open({ digest: { ...office, days: [2] } });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tuesday' }).disabled).toBe(true);
  });

  it('takes the number off the toolbar, and goes back when that was not kept', async () => {
    const { commands } = startPageBackground({
      setPreferences: async () => {
        throw new RelaisError('storage_full', 'quota');
      },
    });
    const user = userEvent.setup();
    open();
    const badge = screen.getByRole<HTMLInputElement>('switch', { name: /number of new items/ });
    await user.click(badge);
    await screen.findByText(/The disk is full/);
    expect(badge.checked).toBe(true);
    expect(commands.map(({ input }) => input)).toEqual([{ badge: false }]);
  });

  it('speaks French, with the hours of the day as they are written there', async () => {
    setTestLocale('fr');
    const { container } = open({ digest: office });
    expect(screen.getByRole('checkbox', { name: 'lundi' })).toBeTruthy();
    expect(screen.getByLabelText('Jusqu’à').textContent).toContain('18:00');
    await expectAccessible(container);
  });
});
