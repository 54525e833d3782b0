import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('parseConfig', () => {
  it('needs nothing', () => {
    expect(parseConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4710,
      dataFolder: './.relais',
      databaseUrl: null,
      publicUrl: null,
      sourceUrls: [],
      allowPrivateHosts: false,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(parseConfig({ RELAIS_PORT: '', RELAIS_DATA: ' ', DATABASE_URL: '' })).toEqual(parseConfig({}));
  });

  it('reads every setting', () => {
    expect(
      parseConfig({
        RELAIS_HOST: '0.0.0.0',
        RELAIS_PORT: '8080',
        RELAIS_DATA: '/var/lib/relais',
        DATABASE_URL: 'postgres://relais:secret@db:5432/relais',
        RELAIS_PUBLIC_URL: 'https://relais.acme.example/hub/',
        RELAIS_SOURCES: ' https://acme.example/feed?type=rss\n http://intranet/news https://acme.example/feed?type=rss',
        RELAIS_ALLOW_PRIVATE_HOSTS: '1',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataFolder: '/var/lib/relais',
      databaseUrl: 'postgres://relais:secret@db:5432/relais',
      publicUrl: 'https://relais.acme.example/hub',
      sourceUrls: ['https://acme.example/feed?type=rss', 'http://intranet/news'],
      allowPrivateHosts: true,
    });
  });

  it.each([
    ['RELAIS_PORT', ['abc', '70000', '-1', '80.5', '123456']],
    ['RELAIS_HOST', ['http://localhost', 'two words']],
    ['DATABASE_URL', ['mysql://db/relais', 'relais', 'postgres://', '/var/run/postgresql']],
    [
      'RELAIS_PUBLIC_URL',
      ['relais.acme.example', 'ftp://acme.example', 'https://acme.example/?a=1', 'https://acme.example/#x'],
    ],
    [
      'RELAIS_SOURCES',
      ['acme.example/feed', 'https://acme.example/feed, https://acme.example/b', 'https://u:p@acme.example/'],
    ],
    ['RELAIS_ALLOW_PRIVATE_HOSTS', ['yes', '2']],
  ])('says in one sentence what is wrong with %s', (name, values) => {
    for (const value of values) {
      const problems = problemsOf({ [name]: value });
      expect(problems, value).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
    }
  });

  it('lists every mistake at once', () => {
    expect(problemsOf({ RELAIS_PORT: 'x', DATABASE_URL: 'x', RELAIS_PUBLIC_URL: 'x' })).toHaveLength(3);
  });

  it('never repeats a password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://relais:hunter2@db/relais' }).join()).not.toContain('hunter2');
    expect(problemsOf({ RELAIS_SOURCES: 'https://relais:hunter2@acme.example' }).join()).not.toContain('hunter2');
  });
});
