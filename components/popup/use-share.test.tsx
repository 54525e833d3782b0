import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorCode, RelaisError } from '../../lib/domain/errors.ts';
import { aCard, aScreen } from '../../tests/helpers/cards.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { useShare } from './use-share.ts';

let composed: string[];
let shared: string[];

beforeEach(() => {
  composed = [];
  shared = [];
});
afterEach(cleanup);

function Probe() {
  const acts = useShare({
    screen: aScreen(),
    compose: (card, network, reason) => composed.push(`${card.id} ${network} ${reason}`),
    onShared: (network) => shared.push(network),
  });
  return (
    <>
      <button type="button" onClick={() => acts.share(aCard({ id: 'a' }), 'linkedin')}>
        share
      </button>
      <output>{acts.failed ?? 'well'}</output>
    </>
  );
}

async function shareOnce(code: ErrorCode | null) {
  startPageBackground({
    startShare: async () => {
      if (code !== null) throw new RelaisError(code, 'refused');
      return { shareId: 's' };
    },
  });
  const user = userEvent.setup();
  render(<Probe />);
  await user.click(screen.getByRole('button'));
}

describe('useShare', () => {
  it.each<ErrorCode>(['check_blocked', 'check_warned'])('opens the composer on %s instead of sharing', async (code) => {
    await shareOnce(code);
    await waitFor(() => expect(composed).toEqual(['a linkedin null']));
    expect(shared).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('well');
  });

  it('says any other failure on the card', async () => {
    await shareOnce('not_found');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('not_found'));
    expect(composed).toEqual([]);
  });

  it('shares in one click otherwise', async () => {
    await shareOnce(null);
    await waitFor(() => expect(shared).toEqual(['linkedin']));
    expect(composed).toEqual([]);
  });
});
