import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { RelaisError } from '../domain/errors.ts';
import { answerMessage, type Handlers, handleMessages } from './handle.ts';
import { sendMessage } from './send.ts';

const page = () => ({ id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') });

function handlersWith(some: Partial<Handlers>): Handlers {
  return some as Handlers;
}

const reported: [unknown, string][] = [];
const report = (error: unknown, where: string) => void reported.push([error, where]);
afterEach(() => void reported.splice(0));

describe('answerMessage', () => {
  const handlers = handlersWith({ ping: async () => ({ bootId: 'boot-1' }) });

  it('answers an own page', async () => {
    const answer = await answerMessage(handlers, { relais: 'ping', input: {} }, page(), report);
    expect(answer).toEqual({ ok: true, value: { bootId: 'boot-1' } });
  });

  it.each([
    ['a web page', () => ({ id: fakeBrowser.runtime.id, url: 'https://evil.example/popup.html' })],
    ['another extension', () => ({ id: 'other', url: fakeBrowser.runtime.getURL('/popup.html') })],
    [
      'an address that merely contains ours',
      () => ({
        id: fakeBrowser.runtime.id,
        url: `https://evil.example/?${fakeBrowser.runtime.getURL('/popup.html')}`,
      }),
    ],
    ['a sender without an address', () => ({ id: fakeBrowser.runtime.id })],
    ['a sender without anything', () => ({})],
  ])('refuses %s before it reads the message', async (_, sender) => {
    const answer = await answerMessage(handlers, { relais: 'ping', input: {} }, sender(), report);
    expect(answer).toMatchObject({ ok: false, error: { code: 'message_forbidden' } });
  });

  it.each([
    ['an unknown name', { relais: 'fetchUrl', input: {} }],
    ['a name of Object', { relais: 'constructor', input: {} }],
    ['an input of another shape', { relais: 'decideShare', input: { shareId: 's', state: 'verified' } }],
    ['no input', { relais: 'ping', input: undefined }],
  ])('refuses %s', async (_, envelope) => {
    const answer = await answerMessage(handlers, envelope, page(), report);
    expect(answer).toMatchObject({ ok: false, error: { code: 'message_malformed' } });
  });

  it('hands on a coded failure with what the page needs to go on', async () => {
    const failing = handlersWith({
      addSource: async () => {
        throw new RelaisError('host_access_needed', 'no access', { origin: 'https://blog.example' });
      },
    });
    const answer = await answerMessage(
      failing,
      { relais: 'addSource', input: { url: 'https://blog.example/' } },
      page(),
      report,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'host_access_needed', origin: 'https://blog.example' } });
    expect(reported).toEqual([]);
  });

  it('reports what nobody expected, and answers all the same', async () => {
    const broken = handlersWith({
      ping: async () => {
        throw new Error('a bug');
      },
    });
    const answer = await answerMessage(broken, { relais: 'ping', input: {} }, page(), report);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown' } });
    expect(reported).toMatchObject([[{ message: 'a bug' }, 'message ping']]);
  });
});

describe('handleMessages', () => {
  it('leaves messages of others alone', () => {
    const addListener = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
    handleMessages(handlersWith({}), report);
    const listener = addListener.mock.calls[0]?.[0] as (message: unknown, sender: object) => unknown;
    expect(listener({ type: 'something else' }, page())).toBeUndefined();
    expect(listener(null, page())).toBeUndefined();
  });
});

describe('sendMessage', () => {
  it('says that nobody answers', async () => {
    await expect(sendMessage('ping', {})).rejects.toMatchObject({ code: 'background_unreachable' });
  });
});
