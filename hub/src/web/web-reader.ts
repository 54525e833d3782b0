import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { RelaisError } from '../../../lib/domain/errors.ts';
import { type IncomingAnswer, readBody } from './read-body.ts';

export type WebAnswer = {
  status: number;
  /** After redirects. */
  url: string;
  /** Where the address moved for good: the end of redirects that all said so; null when none did. */
  movedTo: string | null;
  /** Of a name that comes several times, the first or the list, as `node:http` has it. */
  header: (name: string) => string | null;
  bytes: Uint8Array;
};

export type WebRequest = {
  url: string;
  headers?: Record<string, string>;
  maxBytes: number;
  timeoutMs: number;
  /** Ends the exchange early: the hub stops. */
  signal?: AbortSignal;
};

/** Reads a document from the web; any status is an answer. Throws a `RelaisError` for everything else. */
export type WebReader = (request: WebRequest) => Promise<WebAnswer>;

type Address = { address: string; family: number };

const redirectLimit = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Reads addresses that others wrote, from inside the company's network. So that nobody reads that
 * network through the hub, a name is resolved once, `mayReach` must say yes to every address that it has,
 * and the connection is made to what was checked: a name that resolves otherwise a moment later changes
 * nothing. Each redirect is treated the same.
 */
export function createWebReader({
  mayReach,
  resolve = (host) => lookup(host, { all: true, verbatim: true }),
}: {
  /** `isPublicAddress`, unless the operator allows the company's own network. */
  mayReach: (address: string) => boolean;
  resolve?: (host: string) => Promise<Address[]>;
}): WebReader {
  async function addressesOf(url: URL): Promise<Address[]> {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(host);
    const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
    if (!addresses.every(({ address }) => mayReach(address))) {
      throw new RelaisError('address_internal', `${url.host} is not on the public internet`);
    }
    return addresses;
  }

  async function exchange(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<IncomingAnswer> {
    const addresses = await unlessAborted(addressesOf(url), signal);
    const pinned: LookupFunction = (_, options, callback) => {
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family ?? 0);
    };
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((answer, fail) => {
      // A connection of its own: one kept alive would be to an address that nobody checked for this name.
      request(url, { agent: false, headers, lookup: pinned, signal }, answer).on('error', fail).end();
    });
  }

  return async ({ url: start, headers = {}, maxBytes, timeoutMs, signal: stop }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = stop === undefined ? timeout : AbortSignal.any([timeout, stop]);
    const sent = { 'user-agent': 'RelaisHub', 'accept-encoding': 'gzip, br, deflate', ...headers };
    let url = parseWebUrl(start, undefined);
    let movedTo: string | null = null;
    let forGood = true;
    try {
      for (let hops = 0; ; hops += 1) {
        const answer = await exchange(url, sent, signal);
        const { statusCode: status = 0, headers: received } = answer;
        if (!redirects.has(status) || received.location === undefined) {
          const header = (name: string) => received[name]?.toString() ?? null;
          return { status, url: url.href, movedTo, header, bytes: await readBody(answer, maxBytes) };
        }
        answer.destroy();
        if (hops === redirectLimit) throw new RelaisError('unexpected_answer', `${start} redirects too often`);
        url = parseWebUrl(received.location, url.href);
        forGood &&= status === 301 || status === 308;
        if (forGood) movedTo = url.href;
      }
    } catch (error) {
      if (error instanceof RelaisError) throw error;
      if (timeout.aborted) throw new RelaisError('timed_out', `${start} took over ${timeoutMs} ms`, { cause: error });
      throw new RelaisError('network_unreachable', `${start} could not be read`, { cause: error });
    }
  };
}

function parseWebUrl(value: string, base: string | undefined): URL {
  const url = URL.parse(value, base);
  const isWeb = url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
  if (!isWeb || url.username !== '' || url.password !== '') {
    throw new RelaisError('invalid_address', `not a web address: ${value}`);
  }
  return url;
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
