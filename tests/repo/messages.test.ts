import { describe, expect, it } from 'vitest';
import { protocol } from '../../lib/messaging/protocol.ts';
import { readText, sourceFiles } from '../helpers/repository.ts';

const names = Object.keys(protocol);
const handlers = readText('entrypoints/background/handlers.ts');
const senders = [...sourceFiles('components'), ...sourceFiles('entrypoints')]
  .filter((path) => !path.startsWith('entrypoints/background/'))
  .map(readText)
  .join('\n');

describe('messages', () => {
  it.each(names)('%s has exactly one handler', (name) => {
    expect(handlers.match(new RegExp(`^    ${name}:`, 'gm')) ?? []).toHaveLength(1);
  });

  it('have no handler without a message', () => {
    const handled = [...handlers.matchAll(/^ {4}(\w+):/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));
    expect(handled.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are each sent by some page; ping is for whoever looks after a browser', () => {
    expect(names.filter((name) => name !== 'ping' && !senders.includes(`'${name}'`))).toEqual([]);
  });

  it('are listened to in one place', () => {
    const files = [...sourceFiles('lib'), ...sourceFiles('entrypoints'), ...sourceFiles('components')];
    expect(files.filter((path) => readText(path).includes('onMessage.addListener'))).toEqual([
      'lib/messaging/handle.ts',
    ]);
  });
});
