import { randomUUID } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { beforeEach, expect, it } from 'vitest';
import { addToGroup, aHub, aSpot, type Caller, postSpot, setUpCompany, type TestHub } from '../testing/a-hub.ts';
import { describeEachDatabase } from '../testing/databases.ts';
import { formatPeriod } from './layout.ts';

describeEachDatabase('pageRoutes', (db) => {
  let hub: TestHub;
  let camille: Caller;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    camille = await hub.join('Camille <b>R</b>');
  });

  async function open(path: string, headers?: Record<string, string>, status = 200): Promise<Document> {
    const answer = await hub.request('GET', path, undefined, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    return new JSDOM(await answer.text()).window.document;
  }

  it('speaks the reader’s language, and offers the other', async () => {
    const english = await open('/', { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.8' });
    expect(english.documentElement.lang).toBe('en');
    expect(english.querySelector('nav a[hreflang]')?.getAttribute('href')).toBe('/?lang=fr');
    expect((await open('/?lang=fr', { 'Accept-Language': 'en' })).documentElement.lang).toBe('fr');
    expect((await open('/', { 'Accept-Language': 'de' })).documentElement.lang).toBe('fr');
  });

  it('announces the public feed and leads to the wall', async () => {
    const page = await open('/?lang=en');
    const feed = page.querySelector('link[rel=alternate][type="application/feed+json"]');
    expect(feed?.getAttribute('href')).toBe('/feed.json?lang=en');
    expect(page.querySelector('main a[href="/wall?lang=en"]')).not.toBeNull();
    expect(page.querySelectorAll('.cards .card')).toHaveLength(3);
  });

  it.each(['/', '/join', '/wall', '/groups/open', '/items/first', '/nothing'])(
    '%s has one heading, a name for everything, and nothing that its own policy would block',
    async (path) => {
      const page = await open(path, {}, path === '/nothing' ? 404 : 200);
      expect(page.querySelectorAll('h1')).toHaveLength(1);
      expect(page.querySelectorAll('main')).toHaveLength(1);
      expect(page.title).not.toBe('');
      expect([...page.querySelectorAll('img')].every((image) => image.hasAttribute('alt'))).toBe(true);
      expect([...page.querySelectorAll('a, button')].every((element) => element.textContent?.trim() !== '')).toBe(true);
      expect(page.querySelectorAll('[style], style, script:not([src]), [onclick]')).toHaveLength(0);
      for (const source of page.querySelectorAll('img, script[src], link[rel=stylesheet], link[rel=icon]')) {
        const address = source.getAttribute('src') ?? source.getAttribute('href') ?? '';
        expect(address).toMatch(/^\/(assets|media)\//);
        expect((await hub.request('GET', address)).status).toBe(200);
      }
    },
  );

  it('explains an invitation without knowing its secret', async () => {
    const page = await open('/join?lang=en');
    expect(page.querySelectorAll('.steps > li')).toHaveLength(3);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(page.querySelector('meta[name=relais-hub]')?.getAttribute('content')).toBe('https://hub.example');
    expect(page.querySelectorAll('script')).toHaveLength(1);
  });

  it.each([
    ['a whole invitation', '#abcdefghijklmnopqrstuv', true],
    ['a link that lost its end', '', false],
  ])('shows %s for what it is, and keeps it through a change of language', async (_, hash, isWhole) => {
    const answer = await hub.request('GET', '/join?lang=en');
    const { window } = new JSDOM(await answer.text(), {
      url: `https://hub.example/join?lang=en${hash}`,
      runScripts: 'outside-only',
    });
    const script = window.document.querySelector('script')?.getAttribute('src') ?? '';
    window.eval(await (await hub.request('GET', script)).text());
    const page = window.document;
    expect(page.querySelector<HTMLElement>('[data-invitation]')?.hidden).toBe(!isWhole);
    expect(page.querySelector<HTMLElement>('[data-incomplete]')?.hidden).toBe(isWhole);
    expect(window.location.href).toBe(`https://hub.example/join${hash}`);
    expect(page.querySelector<HTMLInputElement>('#link')?.value).toBe(`https://hub.example/join${hash}`);
    expect(page.querySelector<HTMLAnchorElement>('a[hreflang]')?.href).toBe(`https://hub.example/join?lang=fr${hash}`);
  });

  it('shows strangers what was spotted in open groups, and in no other', async () => {
    for (const group of ['request', 'private']) await addToGroup(db(), group, camille.id);
    for (const group of ['open', 'request', 'private']) {
      expect((await postSpot(camille, group, aSpot({ title: `Into ${group}` }))).status).toBe(201);
    }
    for (const path of ['/wall', '/groups/open']) {
      const titles = [...(await open(path)).querySelectorAll('.card h3')].map((title) => title.textContent);
      expect(titles).toEqual(['Into open']);
    }
    for (const id of ['request', 'private', 'unknown']) await open(`/groups/${id}`, {}, 404);
  });

  it('takes a spot off the wall when its author deletes it', async () => {
    const key = randomUUID();
    await postSpot(camille, 'open', aSpot(), key);
    expect((await open('/wall')).querySelectorAll('.card')).toHaveLength(1);
    await camille.request('DELETE', `/api/v1/spots/${key}`);
    expect((await open('/wall')).querySelectorAll('.card')).toHaveLength(0);
  });

  it('shows what people wrote as they wrote it, never as markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await postSpot(camille, 'open', aSpot({ title: hostile, comment: hostile, quote: '"><script>alert(1)</script>' }));
    const page = await open('/wall');
    expect(page.querySelector('.card h3')?.textContent).toBe(hostile);
    expect(page.querySelector('.card blockquote')?.textContent).toBe('"><script>alert(1)</script>');
    expect(page.querySelectorAll('.card img, .card script, .card b')).toHaveLength(0);
    expect(page.querySelector('.card a[href^="http"]')?.getAttribute('rel')).toContain('noopener');
  });

  it('gives an item a page that a phone reads and a network draws', async () => {
    await db().query("INSERT INTO media VALUES ($1, 'image/webp', '\\x00', now())", ['c'.repeat(64)]);
    await db().query("UPDATE items SET media_sha256 = $1 WHERE id = 'first'", ['c'.repeat(64)]);
    const page = await open('/items/first?lang=en');
    const property = (name: string) => page.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(property('og:title')).toBe('The first item');
    expect(property('og:image')).toBe(`https://hub.example/media/${'c'.repeat(64)}.webp`);
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('https://acme.example/first');
    expect(page.querySelector('main a.button')?.getAttribute('href')).toBe('https://acme.example/first');
    await open('/items/unknown', {}, 404);
  });

  it('says when and where an event is, what a poll asks, what a job offers, and who signs a message', async () => {
    await db().query(
      `UPDATE items SET author = 'Ada', event_starts_at = '2026-12-12T09:00Z', event_ends_at = '2026-12-12T16:00Z',
              poll_closes_at = '2026-12-20T12:00Z' WHERE id = 'first'`,
    );
    await db().query(
      `UPDATE item_translations SET event_place = 'Roubaix <b>', poll_choices = '{Yes,No}', job_contract = 'Permanent',
              author_title = 'Head of light' WHERE item_id = 'first'`,
    );
    const page = await open('/items/first?lang=en');
    const facts = [...page.querySelectorAll('.facts dt')].map((name) => [
      name.textContent,
      name.nextElementSibling?.textContent,
    ]);
    expect(facts.map(([name]) => name)).toEqual(['When', 'Place', 'Contract']);
    expect(facts[0]?.[1]).toMatch(/^Saturday.? 12 December 2026/);
    expect(facts[1]?.[1]).toBe('Roubaix <b>');
    expect([...page.querySelectorAll('.choices li')].map((choice) => choice.textContent)).toEqual(['Yes', 'No']);
    expect(page.body.textContent).toContain('Open until 20 Dec 2026');
    expect(page.querySelector('.signature')?.textContent).toBe('AdaHead of light');
    expect((await open('/items/first?lang=fr')).querySelector('.facts dt')?.textContent).toBe('Quand');
    const link = page.querySelector('.facts a')?.getAttribute('href') ?? '';
    const file = await hub.request('GET', link);
    expect(file.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="The-first-item.ics"');
    expect(await file.text()).toContain('DTSTART:20261212T090000Z\r\nDTEND:20261212T160000Z');
    await open('/items/second/event.ics', {}, 404);
  });

  it.each([
    ['fr', '2026-12-01T12:00Z', null, 'mardi 1er décembre 2026'],
    ['fr', '2026-12-11T12:00Z', '2026-12-11T13:00Z', 'vendredi 11 décembre 2026'],
    ['fr', '2026-12-01T12:00Z', '2026-12-02T12:00Z', 'mardi 1er décembre'],
    ['en', '2026-12-01T12:00Z', null, 'Tuesday.? 1 December 2026'],
  ] as const)('writes a date as %s does', (language, start, end, expected) => {
    expect(formatPeriod(new Date(start), end === null ? null : new Date(end), language)).toMatch(
      new RegExp(`^${expected}`),
    );
  });

  it.each([
    ['article', 'Read on acme.example'],
    ['engage', 'Comment on acme.example'],
    ['poll', 'Answer on acme.example'],
  ])('says what there is to do with an item of kind %s', async (kind, call) => {
    await db().query("UPDATE items SET kind = $1 WHERE id = 'first'", [kind]);
    const page = await open('/items/first?lang=en');
    expect(page.querySelector('main a.button')?.textContent).toBe(call);
  });
});
