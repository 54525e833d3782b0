import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { aShare } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { HandoverWindow, type OpenShareSheet } from './HandoverWindow.tsx';

let db: RelaisDb;
let closed: number;

beforeEach(() => {
  db = new RelaisDb(`handover-${crypto.randomUUID()}`);
  closed = 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  cleanup();
  await db.delete();
});

async function open(network: 'email' | 'system', openShareSheet: OpenShareSheet | null = null) {
  const url = 'https://maison-lumen.example/heat';
  await db.shares.add(aShare({ id: 's', network, title: 'Heat', text: 'Bonjour à tous', url }));
  const user = userEvent.setup();
  const close = () => {
    closed += 1;
  };
  render(<HandoverWindow db={db} shareId="s" openShareSheet={openShareSheet} close={close} />);
  await screen.findByRole('heading');
  return { user };
}

describe('HandoverWindow', () => {
  it('leads to the mail program, with subject, text and link', async () => {
    await open('email');
    const link = screen.getByRole('link', { name: 'Open my mail program' });
    expect(link.getAttribute('href')).toBe(
      'mailto:?subject=Heat&body=Bonjour%20%C3%A0%20tous%0D%0Ahttps%3A%2F%2Fmaison-lumen.example%2Fheat',
    );
    expect(document.activeElement).toBe(link);
    await expectAccessible();
  });

  it('says it in French', async () => {
    setTestLocale('fr');
    await open('email');
    expect(screen.getByRole('link', { name: 'Ouvrir ma messagerie' })).toBeTruthy();
  });

  it('opens the share sheet at a press, and closes when something was chosen', async () => {
    const given: unknown[] = [];
    const { user } = await open('system', async (data) => void given.push(data));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(closed).toBe(1));
    expect(given).toEqual([{ title: 'Heat', text: 'Bonjour à tous', url: 'https://maison-lumen.example/heat' }]);
  });

  it('stays when the sheet is closed without a choice', async () => {
    const { user } = await open('system', () => Promise.reject(new DOMException('no', 'AbortError')));
    await user.click(screen.getByRole('button', { name: /Choose an app/ }));
    expect(closed).toBe(0);
    expect(screen.queryByText(/did not open/)).toBeNull();
  });

  it('says when the sheet does not open', async () => {
    const { user } = await open('system', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await user.click(screen.getByRole('button', { name: /Choose an app/ }));
    expect(await screen.findByText(/The share sheet did not open/)).toBeTruthy();
    await expectAccessible();
  });

  it('offers the clipboard where there is no sheet', async () => {
    const { user } = await open('system');
    expect(screen.getByText(/This browser has no share sheet/)).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(await navigator.clipboard.readText()).toBe('Bonjour à tous\nhttps://maison-lumen.example/heat');
    expect(screen.getAllByText('Copied')).toHaveLength(2);
  });

  it('selects the text when the clipboard refuses it', async () => {
    const { user } = await open('email');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    const area = screen.getByRole('textbox') as HTMLTextAreaElement;
    await waitFor(() => expect(area.selectionEnd).toBe(area.value.length));
    expect(area.selectionStart).toBe(0);
    expect(screen.getByText(/clipboard/i)).toBeTruthy();
  });
});
