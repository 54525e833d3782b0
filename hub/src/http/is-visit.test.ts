import { describe, expect, it } from 'vitest';
import { isVisit } from './is-visit.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const visit = (headers: Record<string, string>, method = 'GET') =>
  isVisit(method, (name) => headers[name.toLowerCase()]);

describe('isVisit', () => {
  it.each([
    firefox,
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.30',
  ])('takes %s for a person', (userAgent) => {
    expect(visit({ 'user-agent': userAgent })).toBe(true);
  });

  it.each([
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Twitterbot/1.0',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
    'Mastodon/4.4.0 (http.rb/5.2.0; +https://mastodon.social/) Bot',
    'WhatsApp/2.23.20.0',
    'TelegramBot (like TwitterBot)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'curl/8.5.0',
    'python-requests/2.32.3',
    '',
  ])('takes %s for none', (userAgent) => {
    expect(visit({ 'user-agent': userAgent })).toBe(false);
  });

  it.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['purpose', 'prefetch'],
    ['x-purpose', 'preview'],
    ['x-moz', 'prefetch'],
  ])('takes %s: %s for a look ahead', (name, value) => {
    expect(visit({ 'user-agent': firefox, [name]: value })).toBe(false);
  });

  it('takes HEAD for a question', () => {
    expect(visit({ 'user-agent': firefox }, 'HEAD')).toBe(false);
  });
});
