import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from './private-address.ts';

describe('isPrivateAddress', () => {
  it.each([
    'http://localhost:3000/',
    'http://app.localhost/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fd12:3456::1]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'https://printer.local/',
    'https://wiki.corp.internal/',
    'https://nas.lan/',
    'https://rh.intranet/',
    'https://box.home.arpa/',
    'https://intranet/',
    'https://INTRANET./page',
    'https://wiki.local./',
    'not an address',
  ])('holds %s to be private', (url) => {
    expect(isPrivateAddress(url)).toBe(true);
  });

  it.each([
    'https://example.com/',
    'https://example.com./',
    'https://local.example.com/',
    'https://mylan.example/',
    'https://intranet.example.com/',
    'https://homearpa.fr/',
    'http://172.15.0.1/',
    'http://172.32.0.1/',
    'http://11.0.0.1/',
    'http://100.128.0.1/',
    'http://192.169.0.1/',
    'http://8.8.8.8/',
    'http://[2001:db8::1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[fb00::1]/',
  ])('holds %s to be public', (url) => {
    expect(isPrivateAddress(url)).toBe(false);
  });
});
