import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { RelaisError } from '../../lib/domain/errors.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { aShare } from '../../tests/helpers/rows.ts';
import { DeletePost } from './DeletePost.tsx';

afterEach(cleanup);

describe('DeletePost', () => {
  it('takes a post down after a question, and says why when the network would not', async () => {
    const { commands } = startPageBackground({
      deletePost: () => Promise.reject(new RelaisError('not_signed_in', 'x')),
    });
    const user = userEvent.setup();
    const { container } = render(<DeletePost share={aShare({ network: 'bluesky', state: 'verified' })} />);
    await user.click(screen.getByRole('button', { name: 'Delete from Bluesky' }));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Delete it' }));
    await screen.findByRole('alert');
    await waitFor(() => expect(commands).toEqual([{ name: 'deletePost', input: { shareId: 'share-1' } }]));
  });

  it('offers it for nothing that Relais did not publish, and tells of what it took down', async () => {
    const { container, rerender } = render(<DeletePost share={aShare({ network: 'x', state: 'verified' })} />);
    expect(container.textContent).toBe('');
    rerender(<DeletePost share={aShare({ network: 'bluesky', state: 'confirmed' })} />);
    expect(container.textContent).toBe('');
    const removedAt = Date.UTC(2026, 10, 22, 10);
    rerender(<DeletePost share={aShare({ network: 'bluesky', state: 'dismissed', removedAt })} />);
    expect(screen.getByText(/Taken down from Bluesky/)).toBeTruthy();
  });
});
