import { describe, expect, it } from 'vitest';
import { codeOf } from '../../domain/errors.ts';
import { parseInvitationUrl } from './invitation.ts';

const secret = 'aB3_-xyzaB3_-xyzaB3_-xyz';

describe('parseInvitationUrl', () => {
  it.each([
    [`https://hub.acme.example/join#${secret}`, 'https://hub.acme.example'],
    [`  https://hub.acme.example/join/#${secret}\n`, 'https://hub.acme.example'],
    [`https://acme.example/relais/join#${secret}`, 'https://acme.example/relais'],
    [`http://localhost:8787/join#${secret}`, 'http://localhost:8787'],
    [`http://127.0.0.1:8787/join#${secret}`, 'http://127.0.0.1:8787'],
    [`http://[::1]:8787/join#${secret}`, 'http://[::1]:8787'],
    [`http://hub.localhost/join#${secret}`, 'http://hub.localhost'],
  ])('reads %s', (text, hubUrl) => {
    expect(parseInvitationUrl(text)).toEqual({ hubUrl, secret });
  });

  it.each([
    ['', 'nothing'],
    ['come and join us', 'words'],
    [`http://hub.acme.example/join#${secret}`, 'a secret in clear'],
    [`http://127.0.0.1.evil.example/join#${secret}`, 'a host that looks local'],
    [`ftp://hub.acme.example/join#${secret}`, 'another protocol'],
    [`https://hub.acme.example/join?s=${secret}`, 'a secret in the query'],
    [`https://hub.acme.example/join?x=1#${secret}`, 'a query'],
    [`https://user:pass@hub.acme.example/join#${secret}`, 'credentials'],
    [`https://hub.acme.example/#${secret}`, 'another page'],
    [`https://hub.acme.example/joined#${secret}`, 'a page that begins alike'],
    ['https://hub.acme.example/join#short', 'a secret too short'],
    [`https://hub.acme.example/join#${secret}/../x`, 'a secret with other signs'],
    ['https://hub.acme.example/join', 'no secret'],
  ])('refuses %s (%s)', (text) => {
    let thrown: unknown = null;
    try {
      parseInvitationUrl(text);
    } catch (error) {
      thrown = error;
    }
    expect(codeOf(thrown)).toBe('invitation_invalid');
    expect(String(thrown)).not.toContain(`#${secret}`);
  });
});
