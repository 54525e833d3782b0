import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CapturedPage, isSpottableAddress, itemDraft, linkDraft, refusedDraft, toSpotDraft } from './page.ts';
import { spotDraftSchema } from './spot.ts';

const basis = { id: 'd1', now: 1_700_000_000_000 };

function aCapture(change: Partial<CapturedPage> = {}): CapturedPage {
  return {
    url: 'https://news.example.com/2026/a?utm_source=x#part',
    title: 'A title | Example',
    canonicalUrl: null,
    ogUrl: null,
    ogTitle: null,
    description: null,
    imageUrl: null,
    siteName: null,
    author: null,
    language: null,
    selection: null,
    ...change,
  };
}

const urlOf = (change: Partial<CapturedPage>) => toSpotDraft(aCapture(change), basis).page?.url;

describe('toSpotDraft', () => {
  it('cleans all that a page says of itself', () => {
    const draft = toSpotDraft(
      aCapture({
        canonicalUrl: 'https://news.example.com/2026/a',
        ogTitle: ' A \u202Etitle\n ',
        description: 'First\u0000 line\n\nsecond line',
        imageUrl: 'https://cdn.example.net/a.png',
        siteName: 'Example',
        author: 'Zoé  Martin',
        language: 'fr_FR',
        selection: ' One\n\n two ',
      }),
      basis,
    );
    expect(draft).toEqual({
      id: 'd1',
      page: {
        url: 'https://news.example.com/2026/a',
        title: 'A title',
        description: 'First line second line',
        imageUrl: 'https://cdn.example.net/a.png',
        siteName: 'Example',
        author: 'Zoé Martin',
        language: 'fr-FR',
      },
      refusal: null,
      warnings: [],
      quote: 'One\ntwo',
      itemId: null,
      createdAt: basis.now,
    });
  });

  it.each([
    ['https://news.example.com/b', 'https://news.example.com/b'],
    ['https://news.example.com/b?utm_medium=x', 'https://news.example.com/b'],
    ['https://example.com/b', 'https://example.com/b'],
    ['https://www.news.example.com/b', 'https://www.news.example.com/b'],
    ['https://evil.example/b', null],
    ['https://notexample.com/b', null],
    ['https://com/b', null],
    ['https://news.example.com:8443/b', null],
    ['http://news.example.com/b', null],
    ['https://news.example.com/', null],
    ['javascript:alert(1)', null],
    ['https://user:pass@news.example.com/b', null],
    ['', null],
  ])('of the canonical address %s keeps %s', (canonicalUrl, expected) => {
    expect(urlOf({ canonicalUrl })).toBe(expected ?? 'https://news.example.com/2026/a#part');
  });

  it('tries og:url after the canonical link, and neither inside an application’s route', () => {
    const ogUrl = 'https://news.example.com/og';
    expect(urlOf({ canonicalUrl: 'https://evil.example/', ogUrl })).toBe(ogUrl);
    expect(urlOf({ url: 'https://app.example.com/x#/mail/4', ogUrl: 'https://app.example.com/x' })).toBe(
      'https://app.example.com/x#/mail/4',
    );
  });

  it('takes a canonical home page for the home page itself, and https over http', () => {
    expect(urlOf({ url: 'https://example.com/?utm_id=1', canonicalUrl: 'https://example.com/' })).toBe(
      'https://example.com/',
    );
    expect(urlOf({ url: 'http://example.com/a', canonicalUrl: 'https://www.example.com/a' })).toBe(
      'https://www.example.com/a',
    );
  });

  it.each([
    [{ ogTitle: 'Og', title: 'Doc' }, 'Og'],
    [{ ogTitle: ' \u0000 ', title: 'Doc' }, 'Doc'],
    [{ title: '\n' }, 'news.example.com'],
    [{ title: null }, 'news.example.com'],
  ])('of %j makes the title %s', (change, title) => {
    expect(toSpotDraft(aCapture(change), basis).page?.title).toBe(title);
  });

  it.each([
    ['/a.png', 'https://news.example.com/a.png'],
    ['data:image/png;base64,AAAA', null],
    ['javascript:alert(1)', null],
    ['https://user:pass@example.com/a.png', null],
    ['https://[', null],
    [' ', null],
    [`https://example.com/${'a'.repeat(3000)}`, null],
  ])('of the picture %s keeps %s', (imageUrl, expected) => {
    expect(toSpotDraft(aCapture({ imageUrl }), basis).page?.imageUrl).toBe(expected);
  });

  it('drops an author that is an address, and a language that is none', () => {
    const draft = toSpotDraft(aCapture({ author: 'https://www.facebook.com/zoe', language: 'French (France)' }), basis);
    expect(draft.page).toMatchObject({ author: null, language: null });
  });

  it('warns of an internal address and of a removed secret', () => {
    expect(toSpotDraft(aCapture({ url: 'https://wiki.intranet/a?token=x' }), basis)).toMatchObject({
      page: { url: 'https://wiki.intranet/a' },
      warnings: ['internal_address', 'secret_removed'],
    });
    const canonicalUrl = 'https://example.com/a';
    expect(toSpotDraft(aCapture({ url: `${canonicalUrl}?token=x`, canonicalUrl }), basis).warnings).toEqual([]);
  });

  it('quotes what the capture saw, else what the browser said was selected', () => {
    expect(toSpotDraft(aCapture({ selection: 'a\nb' }), { ...basis, selection: 'a b' }).quote).toBe('a\nb');
    expect(toSpotDraft(aCapture({ selection: ' ' }), { ...basis, selection: 'in a frame' }).quote).toBe('in a frame');
    expect(toSpotDraft(aCapture(), basis).quote).toBeNull();
  });

  it('is about the chosen link when there is one, with nothing of the page around', () => {
    const draft = toSpotDraft(aCapture({ ogTitle: 'Around' }), {
      ...basis,
      linkUrl: 'https://other.example/a?fbclid=1',
    });
    expect(draft.page).toMatchObject({ url: 'https://other.example/a', title: 'other.example', description: '' });
  });

  it.each(['about:blank', 'chrome://newtab/', '', `https://example.com/${'a'.repeat(3000)}`])('refuses %s', (url) => {
    expect(toSpotDraft(aCapture({ url }), basis)).toEqual(refusedDraft('browser_page', basis));
  });

  it('makes of any hostile page a draft that the wire takes', () => {
    const hostile = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6000, size: 'max' }),
        fc.constant('👨‍👩‍👧‍👦'.repeat(400)),
        fc.webUrl(),
      ),
    );
    fc.assert(
      fc.property(
        fc.record({
          title: hostile,
          canonicalUrl: hostile,
          ogTitle: hostile,
          description: hostile,
          imageUrl: hostile,
          siteName: hostile,
          author: hostile,
          language: hostile,
          selection: hostile,
        }),
        (change) => {
          const draft = spotDraftSchema.parse(toSpotDraft(aCapture(change), basis));
          const { page, quote } = draft;
          expect(page?.title.trim()).not.toBe('');
          expect(page?.title.length).toBeLessThanOrEqual(300);
          expect(page?.description.length).toBeLessThanOrEqual(2000);
          expect(page?.siteName?.length ?? 0).toBeLessThanOrEqual(200);
          expect(page?.author?.length ?? 0).toBeLessThanOrEqual(200);
          expect(page?.language?.length ?? 0).toBeLessThanOrEqual(35);
          expect(quote?.length ?? 0).toBeLessThanOrEqual(5000);
          expect(new URL(page?.url ?? '').host).toBe('news.example.com');
          expect(page?.imageUrl ?? 'https://').toMatch(/^https?:/);
        },
      ),
    );
  });
});

describe('linkDraft', () => {
  it('knows the address, the text when told, and the selection', () => {
    expect(linkDraft('https://example.com/a?utm_id=1', { ...basis, text: ' The  link ', quote: 'q' })).toMatchObject({
      page: { url: 'https://example.com/a', title: 'The link', imageUrl: null },
      quote: 'q',
    });
    expect(linkDraft('http://192.168.0.1/', basis)).toMatchObject({
      page: { title: '192.168.0.1' },
      warnings: ['internal_address'],
    });
  });

  it.each(['mailto:a@example.com', 'javascript:void(0)', 'https://user:pass@example.com/'])('refuses %s', (url) => {
    expect(linkDraft(url, basis)).toEqual(refusedDraft('browser_page', basis));
  });
});

describe('itemDraft', () => {
  const item = {
    id: 's|1',
    url: 'https://example.com/news/1?utm_campaign=launch',
    readUrl: null,
    title: 'News',
    summary: 'What happened',
    imageUrl: 'https://example.com/1.png',
    author: null,
    language: 'fr',
  };

  it('is made of what the feed said', () => {
    expect(itemDraft(item, { ...basis, siteName: 'Example' })).toMatchObject({
      page: {
        url: 'https://example.com/news/1',
        title: 'News',
        description: 'What happened',
        siteName: 'Example',
        language: 'fr',
      },
      itemId: 's|1',
      quote: null,
    });
  });

  it('falls back on the page where it is read, and is refused without any', () => {
    expect(itemDraft({ ...item, url: null, readUrl: 'https://example.com/read' }, basis).page?.url).toBe(
      'https://example.com/read',
    );
    expect(itemDraft({ ...item, url: null }, basis)).toEqual(refusedDraft('no_access', basis));
  });
});

describe('isSpottableAddress', () => {
  it.each([
    ['https://example.com/', true],
    ['http://127.0.0.1:8080/', true],
    ['https://support.mozilla.org/', true],
    ['https://chrome.google.com/', true],
    ['https://microsoftedge.microsoft.com/', true],
    ['https://chromewebstore.google.com/detail/x', false],
    ['https://chrome.google.com/webstore/detail/x', false],
    ['https://addons.mozilla.org/fr/firefox/', false],
    ['https://microsoftedge.microsoft.com/addons/detail/x', false],
    ['chrome://extensions', false],
    ['about:blank', false],
    ['edge://settings', false],
    ['moz-extension://0a0a/popup.html', false],
    ['chrome-extension://abc/popup.html', false],
    ['view-source:https://example.com/', false],
    ['file:///home/a.html', false],
    ['blob:https://example.com/1', false],
    ['', false],
  ])('of %s says %s', (url, spottable) => {
    expect(isSpottableAddress(url)).toBe(spottable);
  });
});
