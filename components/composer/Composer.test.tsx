import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Suggestion } from '../../lib/domain/item.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { aCard } from '../../tests/helpers/cards.ts';
import { startPageBackground } from '../../tests/helpers/page-background.ts';
import { anItem } from '../../tests/helpers/rows.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { Composer } from './Composer.tsx';

let db: RelaisDb;
let shared: NetworkId[];
let backs: number;

beforeEach(() => {
  db = new RelaisDb(`composer-${crypto.randomUUID()}`);
  shared = [];
  backs = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const card = aCard({
  url: 'https://www.example.com/heat',
  publishedAt: null,
  unread: false,
  texts: { linkedin: 'Proud of the team.' },
});

const suggestion = (values: Partial<Suggestion>): Suggestion => ({
  network: null,
  language: 'en',
  tone: null,
  text: '',
  ...values,
});
const suggestions = [
  suggestion({ tone: 'warm', text: 'Proud of the team.' }),
  suggestion({ tone: 'factual', text: 'Sixty percent of the heat is recovered.' }),
  suggestion({ language: 'fr', text: 'Fier de l’équipe.' }),
];

async function open(network: NetworkId = 'linkedin') {
  await db.items.add(anItem({ id: card.id, suggestions }));
  const user = userEvent.setup();
  render(
    <Composer
      db={db}
      card={card}
      network={network}
      reason={null}
      drafts={new Map()}
      onBack={() => {
        backs += 1;
      }}
      onShared={(on) => shared.push(on)}
    />,
  );
  await screen.findByRole('button', { name: 'Warm' });
  return user;
}

const text = () => screen.getByLabelText<HTMLTextAreaElement>('Your text');

describe('Composer', () => {
  it('starts from the proposal, with its length by the network’s rule', async () => {
    await open();
    expect(text().value).toBe('Proud of the team.');
    expect(document.activeElement).toBe(text());
    expect(await screen.findByText('18 of 3,000 characters')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Warm' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByText('You made it yours')).toBeNull();
    await expectAccessible();
  });

  it('says so once the words are the employee’s own, and gives them back after a proposal', async () => {
    const user = await open();
    await user.type(text(), ' I was there.');
    expect(screen.getByText('You made it yours')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Factual' }));
    expect(text().value).toBe('Sixty percent of the heat is recovered.');
    await user.click(screen.getByRole('button', { name: 'Bring back my words' }));
    expect(text().value).toBe('Proud of the team. I was there.');
    expect(screen.queryByRole('button', { name: 'Bring back my words' })).toBeNull();
  });

  it('names a proposal in another language by that language', async () => {
    await open();
    expect(screen.getByRole('button', { name: 'Suggestion 3 (FR)' })).toBeTruthy();
  });

  it('keeps one text per network', async () => {
    const user = await open();
    await user.type(text(), ' For LinkedIn.');
    await user.click(screen.getByRole('button', { name: 'Bluesky' }));
    expect(text().value).toBe('Proud of the team.');
    expect(screen.getByRole('heading', { name: 'Share on Bluesky' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'LinkedIn' }));
    expect(text().value).toBe('Proud of the team. For LinkedIn.');
  });

  it('copies, sends and tells, with Ctrl+Enter', async () => {
    const { commands } = startPageBackground();
    const user = await open();
    await user.type(text(), ' Mine.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(shared).toEqual(['linkedin']));
    expect(await navigator.clipboard.readText()).toBe('Proud of the team. Mine.');
    expect(commands).toEqual([
      { name: 'startShare', input: { itemId: card.id, network: 'linkedin', text: 'Proud of the team. Mine.' } },
    ]);
  });

  it('blocks a text over the limit, says by how much, and lets go once it is shorter', async () => {
    const { commands } = startPageBackground();
    const user = await open('x');
    await user.clear(text());
    await user.type(text(), 'é'.repeat(258));
    // X counts a space and 23 for the link.
    expect(await screen.findByText('2 too many for X. Shorten the text to share it.')).toBeTruthy();
    const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Share on X' });
    expect(send.disabled).toBe(true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(commands).toEqual([]);
    await expectAccessible();
    await user.type(text(), '{Backspace}{Backspace}');
    expect(send.disabled).toBe(false);
  });

  it('stays with the words when the background does not answer', async () => {
    const user = await open();
    await user.type(text(), ' Mine.');
    await user.click(screen.getByRole('button', { name: 'Share on LinkedIn' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Relais did not answer/);
    expect(text().value).toBe('Proud of the team. Mine.');
    expect(shared).toEqual([]);
  });

  it('goes back on Escape', async () => {
    const user = await open();
    await user.keyboard('{Escape}');
    expect(backs).toBe(1);
  });

  it('says in French what happens next', async () => {
    setTestLocale('fr');
    await db.items.add(anItem({ id: card.id, suggestions: [] }));
    render(
      <Composer
        db={db}
        card={card}
        network="linkedin"
        reason={null}
        drafts={new Map()}
        onBack={() => {}}
        onShared={() => {}}
      />,
    );
    expect(
      screen.getByText('LinkedIn ne prend que le lien : votre texte est copié, collez-le là-bas avec Ctrl+V.'),
    ).toBeTruthy();
    expect(await screen.findByText('18 caractères sur 3 000')).toBeTruthy();
    await expectAccessible();
  });
});
