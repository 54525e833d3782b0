import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLink } from './clean-link.ts';
import { hostTrackingParameters, trackingParameters } from './tracking-parameters.ts';

const long = 'Zx81Yw92Vu03Ts14Rq25';

describe('cleanLink', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://Example.COM:443/A', 'https://example.com/A'],
    ['http://example.com:80/?', 'http://example.com/'],
    ['https://example.com:8443/', 'https://example.com:8443/'],
    ['https://example.com/a?utm_source=x&UTM_Medium=y&id=1', 'https://example.com/a?id=1'],
    ['https://example.com/a?b=2&fbclid=x&a=1&gclid=y&b=3', 'https://example.com/a?b=2&a=1&b=3'],
    ['https://example.com/a?q=a+b%20c%2Fd&e&f=&utm_id=1', 'https://example.com/a?q=a+b%20c%2Fd&e&f='],
    ['https://example.com/a?%75tm_source=x', 'https://example.com/a'],
    ['https://example.com/a?&&utm_id=1&&', 'https://example.com/a'],
    ['https://example.com/a?automation=1&outm_x=2', 'https://example.com/a?automation=1&outm_x=2'],
    ['https://example.com/a?bad=%E9%&at_medium=custom7', 'https://example.com/a?bad=%E9%'],
    ['https://example.com/a#part-2', 'https://example.com/a#part-2'],
    ['https://example.com/a#:~:text=some%20words', 'https://example.com/a'],
    ['https://example.com/a#part-2:~:text=some', 'https://example.com/a#part-2'],
    ['https://example.fr/a#xtor=RSS-1', 'https://example.fr/a'],
    ['https://app.example.com/#/inbox?utm_source=x&id=4', 'https://app.example.com/#/inbox?id=4'],
    ['https://app.example.com/#/inbox', 'https://app.example.com/#/inbox'],
    ['https://www.youtube.com/watch?v=abc&si=def&t=42', 'https://www.youtube.com/watch?v=abc&t=42'],
    ['https://x.com/a/status/1?s=20&t=abc', 'https://x.com/a/status/1'],
    ['https://example.com/?s=20&t=abc&si=1', 'https://example.com/?s=20&t=abc&si=1'],
    ['https://notx.com/?s=20', 'https://notx.com/?s=20'],
    ['https://www.linkedin.com/posts/a-1?rcm=abc&utm_source=share', 'https://www.linkedin.com/posts/a-1'],
    ['https://example.com/voilà?é=1', 'https://example.com/voil%C3%A0?%C3%A9=1'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('makes %s into %s', (value, expected) => {
    expect(cleanLink(value)).toEqual({ url: expected, secretRemoved: false });
  });

  it.each([
    ['https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.com%2Fa%3Futm_source%3Dg&ved=1', 'https://example.com/a'],
    ['https://www.google.co.uk/url?url=https%3A%2F%2Fexample.com%2Fa', 'https://example.com/a'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa%3Ffbclid%3Dx&h=y', 'https://example.com/a'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fexample.com%2Fa&e=x', 'https://example.com/a'],
    ['https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexample.com%2Fa&urlhash=x', 'https://example.com/a'],
    [
      'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=05%7C01%7Cjo%40example.com',
      'https://example.com/a',
    ],
    [
      `https://l.facebook.com/l.php?u=${encodeURIComponent('https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa')}`,
      'https://example.com/a',
    ],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['https://www.google.com/url?q=/search', 'https://www.google.com/url?q=/search'],
    ['https://www.google.com/search?q=https://example.com/', 'https://www.google.com/search?q=https://example.com/'],
    [
      'https://google.evil.example/url?q=https://example.com/',
      'https://google.evil.example/url?q=https://example.com/',
    ],
    ['https://t.co/abc', 'https://t.co/abc'],
  ])('unwraps %s', (value, expected) => {
    expect(cleanLink(value)).toEqual({ url: expected, secretRemoved: false });
  });

  it.each([
    ['https://example.com/cb?code=abc123&state=xyz789&lang=fr', 'https://example.com/cb?lang=fr'],
    [`https://example.com/cb?code=${long}`, 'https://example.com/cb'],
    ['https://example.com/a?Token=x&id=1', 'https://example.com/a?id=1'],
    ['https://example.com/f.pdf?X-Amz-Signature=a&X-Amz-Expires=60', 'https://example.com/f.pdf?X-Amz-Expires=60'],
    ['https://example.com/a;jsessionid=A1B2?id=1', 'https://example.com/a?id=1'],
    ['https://example.com/a?PHPSESSID=1', 'https://example.com/a'],
    [`https://example.com/a?sid=${long}&id=1`, 'https://example.com/a?id=1'],
    ['https://example.com/#access_token=x&token_type=bearer', 'https://example.com/#token_type=bearer'],
    ['https://example.com/#/reset?token=x', 'https://example.com/#/reset'],
    [`https://hub.example/join#${long}_-${long}`, 'https://hub.example/join'],
    [`https://www.google.com/url?q=${encodeURIComponent('https://example.com/?token=x')}`, 'https://example.com/'],
  ])('takes the secret out of %s and says so', (value, expected) => {
    expect(cleanLink(value)).toEqual({ url: expected, secretRemoved: true });
  });

  it.each([
    'https://example.com/?code=SUMMER20',
    'https://example.com/?state=CA',
    'https://example.com/?session=keynote-opening-of-the-day',
    'https://example.com/?token=&id=1',
    'https://example.com/?key=value',
    'https://example.com/join#how-it-works',
    `https://example.com/page#${long}${long}`,
  ])('leaves alone %s, where the word is innocent', (value) => {
    expect(cleanLink(value)).toEqual({ url: value, secretRemoved: false });
  });

  it.each([
    '',
    'example.com',
    '/path',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/',
    'file:///etc/passwd',
    'chrome://settings',
    'https://',
    'https://user@example.com/',
    'https://user:pass@example.com/',
    'https://www.google.com/url?q=https%3A%2F%2Fuser%3Apass%40example.com',
    `https://example.com/${'a'.repeat(2100)}`,
    `https://www.google.com/url?q=https://example.com/&x=${'a'.repeat(17_000)}`,
  ])('has no use for %s', (value) => {
    expect(cleanLink(value)).toBeNull();
  });

  it('takes a long address whose length was trackers', () => {
    expect(cleanLink(`https://example.com/?utm_content=${'a'.repeat(3000)}`)?.url).toBe('https://example.com/');
  });

  it('settles at once, and answers anything', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('utm_a=1', 'token=x', 'q=https://e.example/', '%', ';jsessionid=1', ':~:text=a', '&', '='),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('https://example.com/', 'https://www.google.com/url', 'http://[::1]:80/', ''),
        fc.array(part),
        fc.array(part),
        (base, query, hash) => {
          const clean = cleanLink(`${base}?${query.join('&')}#${hash.join('&')}`);
          if (clean === null) return;
          expect(cleanLink(clean.url)).toEqual({ url: clean.url, secretRemoved: false });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('trackingParameters', () => {
  it('are spelt as they are compared, once each', () => {
    for (const rules of [trackingParameters, ...Object.values(hostTrackingParameters)]) {
      expect(rules).toEqual(rules.map((rule) => rule.toLowerCase()));
      expect(new Set(rules).size).toBe(rules.length);
    }
  });
});
