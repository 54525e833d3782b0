import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredCheck } from '../../lib/domain/checks/check.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { type ItemRow, RelaisDb } from '../../lib/storage/db.ts';
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
  db = new RelaisDb(`findings-${crypto.randomUUID()}`);
  shared = [];
  backs = 0;
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const card = aCard({ id: 'newsroom|heat', url: 'https://www.example.com/heat', texts: { linkedin: 'Our workshop.' } });

function aCheck(values: Partial<StoredCheck>): StoredCheck {
  return {
    id: 'own',
    level: 'advice',
    help: { en: 'Say that you work here.', fr: 'Dites que vous y travaillez.' },
    rule: { type: 'contains_any', terms: ['my team'] },
    sourceId: 'newsroom',
    position: 0,
    ...values,
  };
}

async function open(checks: Partial<StoredCheck>[], item: Partial<ItemRow> = {}, network: NetworkId = 'linkedin') {
  await db.items.add(anItem({ id: card.id, title: 'Our workshop', imageUrl: null, ...item }));
  await db.checks.bulkAdd(checks.map((check, position) => aCheck({ ...check, position })));
  await db.shareDrafts.put({
    ...{ itemId: card.id, network: 'linkedin', text: 'Our warm workshop.', aside: null },
    savedAt: Date.now(),
  });
  const user = userEvent.setup();
  render(
    <Composer
      db={db}
      card={card}
      network={network}
      reason={null}
      onBack={() => {
        backs += 1;
      }}
      onShared={(on) => shared.push(on)}
    />,
  );
  if (network === 'linkedin') await waitFor(() => expect(text().value).toBe('Our warm workshop.'));
  return user;
}

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const shareButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Share on LinkedIn' });

describe('Findings', () => {
  it('advises while one types, never stops, and is gone once followed', async () => {
    const { commands } = startPageBackground();
    const user = await open([{}]);
    const advice = await screen.findByRole('region', { name: 'Advice' });
    expect(within(advice).getByText('Say that you work here.')).toBeTruthy();
    await expectAccessible();
    await user.type(text(), ' Thanks to my team!');
    expect(screen.queryByRole('region', { name: 'Advice' })).toBeNull();
    await user.clear(text());
    await user.type(text(), 'Something else.');
    expect(screen.getByRole('region', { name: 'Advice' })).toBeTruthy();
    await user.click(shareButton());
    await waitFor(() => expect(shared).toEqual(['linkedin']));
    expect(commands.map(({ name }) => name)).toEqual(['startShare']);
  });

  it('blocks, says why politely, and lets go once the words are gone', async () => {
    const { commands } = startPageBackground();
    const user = await open([
      {
        level: 'block',
        help: 'This is not public yet.',
        rule: { type: 'contains_none', terms: [{ word: 'halo', reason: 'Announced on Monday.' }] },
      },
    ]);
    await user.type(text(), ' Vive Halo');
    const block = await screen.findByRole('region', { name: 'To change first' });
    expect(within(block).getByText('Announced on Monday.')).toBeTruthy();
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('This is not public yet.');
    expect(shareButton().disabled).toBe(true);
    const reason = document.getElementById(shareButton().getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Sharing is on hold: see “To change first”.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(commands).toEqual([]);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Show “Halo” in your text' }));
    expect(text().value.slice(text().selectionStart, text().selectionEnd)).toBe('Halo');
    await user.keyboard('{Backspace}');
    expect(shareButton().disabled).toBe(false);
  });

  it('asks about a warning in place, once, and remembers nothing of a changed text', async () => {
    const { commands } = startPageBackground();
    const user = await open([{ level: 'warning' }]);
    await screen.findByRole('region', { name: 'To read again' });
    await user.click(shareButton());
    const again = await screen.findByRole('button', { name: 'Read again' });
    expect(document.activeElement).toBe(again);
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(backs).toBe(0);
    expect(document.activeElement).toBe(text());
    expect(commands).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Share anyway' }));
    await waitFor(() => expect(shared).toEqual(['linkedin']));
    expect(commands).toMatchObject([{ name: 'startShare', input: { warningsSeen: true } }]);
  });

  it('mends with one tap what has one answer', async () => {
    const user = await open([
      { id: 'tag', rule: { type: 'hashtag', tags: ['#IndustryWeek'] }, help: 'Add the campaign’s hashtag.' },
      {
        id: 'who',
        rule: { type: 'discloses', words: { en: ['I work at'] }, offer: 'I work at Maison Lumen.' },
        help: 'Say that you work here.',
      },
    ]);
    await user.click(await screen.findByRole('button', { name: 'Add “#IndustryWeek”' }));
    expect(text().value).toBe('Our warm workshop. #IndustryWeek');
    await user.click(screen.getByRole('button', { name: 'Add “I work at Maison Lumen.”' }));
    expect(text().value).toBe('Our warm workshop. #IndustryWeek\nI work at Maison Lumen.');
    await user.type(text(), ' #ourworkshop');
    await user.click(screen.getByRole('button', { name: 'Write #OurWorkshop' }));
    expect(text().value).toBe('Our warm workshop. #IndustryWeek\nI work at Maison Lumen. #OurWorkshop');
    expect(document.activeElement).toBe(text());
    expect(screen.queryByRole('region', { name: 'Advice' })).toBeNull();
  });

  it('says on which network the item is not offered, and lets another be chosen', async () => {
    const user = await open([], { networks: ['x'] });
    expect(
      (await screen.findAllByText('Your company does not offer this on LinkedIn. Choose another network.')).length,
    ).toBeGreaterThan(0);
    expect(shareButton().disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'X' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Share on X' }).disabled).toBe(false);
  });

  it('speaks French', async () => {
    setTestLocale('fr');
    await open([{ level: 'warning' }], { embargoUntil: Date.now() + 86_400_000 });
    expect(await screen.findByRole('region', { name: 'À modifier d’abord' })).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'À relire' })).getByText('Dites que vous y travaillez.'),
    ).toBeTruthy();
    await expectAccessible();
  });
});
