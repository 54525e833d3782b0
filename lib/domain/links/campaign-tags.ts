import type { Item } from '../item.ts';
import { parseWebAddress } from './parse-address.ts';
import { decodeParameter } from './query-parameters.ts';

/** What the five parameters of a campaign may be made from. An absent one is not written. */
export type TagTemplates = Partial<Record<TagName, string>>;

/**
 * How a company wants the addresses of its items to leave: data of its hub or of its feed, never code.
 * Templates are text with the placeholders `{network}`, `{campaign}` and `{kind}`.
 */
export type LinkRules = {
  /** Where a tag may be put: `www.acme.example`, or `*.acme.example` for what stands below. */
  hosts: string[];
  templates: TagTemplates;
  /** What is different on one network, by its id. */
  byNetwork: Record<string, TagTemplates>;
  /** Whether an employee may share the address as it is. */
  isRemovable: boolean;
  /** Whether the hub's own items leave as short addresses of the hub. */
  isShort: boolean;
};

export const tagNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;
export type TagName = (typeof tagNames)[number];

/** What a template may hold besides plain text. */
export const tagTemplatePattern = /^(?:[^{}]|\{(?:network|campaign|kind)\})*$/;

export type SharedItem = Pick<Item, 'url' | 'campaignId' | 'kind'>;

const longestUrl = 2048;

/**
 * The item's address as it leaves for a network: with the company's campaign tags, on the company's own
 * hosts only. What the address holds already is kept, spelling included, and nothing is written twice, so
 * tagging again changes nothing. Null for an item without an address.
 */
export function sharedAddress(item: SharedItem, network: string, rules: LinkRules | null): string | null {
  if (item.url === null || rules === null) return item.url;
  const url = parseWebAddress(item.url);
  if (url === null || !isCompanyHost(url.hostname, rules.hosts)) return item.url;
  const present = new Set(
    [...url.search.slice(1).split('&')].map((parameter) =>
      decodeParameter(parameter.split('=')[0] ?? '').toLowerCase(),
    ),
  );
  const templates = { ...rules.templates, ...rules.byNetwork[network] };
  const tags = tagNames.flatMap((name) => {
    const value = fillTemplate(templates[name] ?? '', { network, campaign: slugOf(item.campaignId), kind: item.kind });
    return value === '' || present.has(`utm_${name}`) ? [] : [`utm_${name}=${encodeValue(value)}`];
  });
  const tagged = withParameters(item.url, tags);
  return tagged.length > longestUrl ? item.url : tagged;
}

/** '' when a placeholder has nothing to stand for: half a name would count as another campaign. */
function fillTemplate(template: string, values: Record<'network' | 'campaign' | 'kind', string | null>): string {
  let isWhole = true;
  const filled = template.replace(/\{(network|campaign|kind)\}/g, (_, name: keyof typeof values) => {
    const value = values[name];
    if (value === null) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled.trim() : '';
}

/** Nothing in a value can end its parameter, nor the address where a network looks for its end. */
function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Values of these parameters are told apart by case, and a space in one is a nuisance in every report. */
function slugOf(campaignId: string | null): string | null {
  return campaignId === null ? null : campaignId.trim().toLowerCase().replace(/\s+/g, '-') || null;
}

export function isCompanyHost(hostname: string, hosts: string[]): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return hosts.some((host) => (host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host));
}

/** Written into the text of the address, because servers may care how the rest of it is spelt. */
function withParameters(address: string, parameters: string[]): string {
  if (parameters.length === 0) return address;
  const mark = address.indexOf('#');
  const base = mark < 0 ? address : address.slice(0, mark);
  const fragment = mark < 0 ? '' : address.slice(mark);
  const joint = !base.includes('?') ? '?' : /^[^?]*\?$|&$/.test(base) ? '' : '&';
  return base + joint + parameters.join('&') + fragment;
}

export type LeavingAddress = {
  /** Null for an item without an address. */
  url: string | null;
  kind: 'plain' | 'tagged' | 'short';
};

/** What decides about the addresses of one item. */
export type ItemLinks = {
  rules: LinkRules | null;
  /** The employee's switch; heard where the company allows it. */
  wantsPlain: boolean;
  /** The hub's short addresses of this item, by network, as far as there are any. */
  shortUrls: Partial<Record<string, string>>;
};

/** Which address leaves: the short one where there is one, else the tagged one, and as it is for whoever asked so. */
export function leavingAddress(
  item: SharedItem,
  network: string,
  { rules, wantsPlain, shortUrls }: ItemLinks,
): LeavingAddress {
  if (item.url === null || rules === null || (wantsPlain && rules.isRemovable)) return { url: item.url, kind: 'plain' };
  const short = rules.isShort ? shortUrls[network] : undefined;
  if (short !== undefined) return { url: short, kind: 'short' };
  const url = sharedAddress(item, network, rules);
  return { url, kind: url === item.url ? 'plain' : 'tagged' };
}

/** Whether the item's hub is to be asked for a short address. */
export function needsShortLink(network: string, { rules, wantsPlain, shortUrls }: ItemLinks): boolean {
  if (rules === null || (wantsPlain && rules.isRemovable)) return false;
  return rules.isShort && shortUrls[network] === undefined;
}
