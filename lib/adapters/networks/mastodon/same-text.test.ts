import { describe, expect, it } from 'vitest';
import { isSameText } from './same-text.ts';

describe('isSameText', () => {
  const sent = 'L’été & co, merci @ana@ailleurs.example\n\n#Énergie https://example.com/2026/a-long-address';
  const link =
    '<a href="https://example.com/2026/a-long-address"><span class="invisible">https://</span><span class="ellipsis">example.com/2026/a-long</span><span class="invisible">-address</span></a>';
  const mention = '<span class="h-card"><a href="https://ailleurs.example/@ana">@<span>ana</span></a></span>';
  const tag = '<a href="https://a.example/tags/energie" class="mention hashtag" rel="tag">#<span>Énergie</span></a>';

  it.each([
    ['as Mastodon writes it', `<p>L’été &amp; co, merci ${mention}</p><p>${tag} ${link}</p>`, true],
    [
      'with a mention of nobody it knows',
      `<p>L’été &amp; co, merci @ana@ailleurs.example<br />${tag} ${link}</p>`,
      true,
    ],
    ['with another word', `<p>L’hiver &amp; co, merci ${mention}</p><p>${tag} ${link}</p>`, false],
    ['without its link', `<p>L’été &amp; co, merci ${mention}</p><p>${tag}</p>`, false],
    ['of nothing', '', false],
  ])('knows a post %s', (_, html, expected) => {
    expect(isSameText(html, sent)).toBe(expected);
  });
});
