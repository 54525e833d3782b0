import { describe, expect, it } from 'vitest';
import { networkOfAddress } from './comment-network.ts';

describe('networkOfAddress', () => {
  it.each([
    ['https://www.linkedin.com/feed/update/urn:li:activity:7100000000000000000/', 'linkedin'],
    ['https://fr.linkedin.com/posts/maison-lumen_roubaix-activity-71', 'linkedin'],
    ['https://x.com/maisonlumen/status/1', 'x'],
    ['https://mobile.twitter.com/maisonlumen/status/1', 'x'],
    ['https://bsky.app/profile/lumen.example/post/3k', 'bluesky'],
    ['https://www.facebook.com/maisonlumen/posts/1', 'facebook'],
    ['https://www.threads.net/@maisonlumen/post/1', 'threads'],
    ['https://notlinkedin.com/posts/1', null],
    ['https://linkedin.com.evil.example/posts/1', null],
    ['https://blog.example/a', null],
    ['javascript:alert(1)', null],
    [null, null],
  ])('%s is %s', (address, expected) => {
    expect(networkOfAddress(address)).toBe(expected);
  });
});
