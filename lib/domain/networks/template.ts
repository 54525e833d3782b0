import type { NetworkDefinition, OwnPlaces, Post } from './network-definition.ts';
import { mentionsLink, textAsTitle, textWithLink, textWithoutLink } from './post-text.ts';
import type { Takes } from './takes.ts';

/**
 * The address of a composer as data: `https://x.com/intent/tweet?text={text}&url={url_once}`.
 *
 * A template is https, on one of its network's own hosts, and fills whole values of its query only:
 * whatever an employee or a publisher writes stays within its parameter. Besides those there are two
 * places, for what the employee chose: `{instance}` as the host of a network without hosts of its own,
 * and `{community}` as a segment of the path. A constant holds nothing that could be an address, since
 * networks have pages that lead on to any.
 */
const fills = {
  text: ({ text }: Post) => text.trim(),
  text_with_url: textWithLink,
  text_without_url: textWithoutLink,
  title: textAsTitle,
  url: ({ url }: Post) => url,
  /** Unless the text already has it. */
  url_once: (post: Post) => (mentionsLink(post) ? '' : post.url),
} satisfies Record<string, (post: Post) => string>;
type Fill = keyof typeof fills;

export const templateFills = Object.keys(fills) as Fill[];
export const templateMaxLength = 500;
const parameterLimit = 12;

type Template = {
  host: string;
  path: string;
  parameters: [name: string, value: { fill: Fill } | { constant: string }][];
};

const form = /^https:\/\/([^/?#]+)(\/[^?#]*)(?:\?([^#]*))?$/;
const hostForm = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** @throws Error saying in English, for its publisher, why this is no template. */
export function parseTemplate(template: string): Template {
  if (template.length > templateMaxLength) throw new Error(`longer than ${templateMaxLength} characters`);
  const [, host = '', path = '', query] = form.exec(template) ?? [];
  if (host === '') throw new Error('not https://host/path?name={value}');
  if (host !== '{instance}' && !hostForm.test(host)) throw new Error(`“${host}” is not the name of a host`);
  const segments = path.slice(1).split('/');
  const isPath = segments.every(
    (segment) => segment === '{community}' || /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$|^$/.test(segment),
  );
  if (!isPath || path.includes('//')) throw new Error(`“${path}” is not a plain path`);
  const parameters = query === undefined ? [] : query.split('&').map(parseParameter);
  if (parameters.length > parameterLimit) throw new Error(`more than ${parameterLimit} parameters`);
  if (new Set(parameters.map(([name]) => name)).size < parameters.length) throw new Error('a parameter is named twice');
  return { host, path, parameters };
}

function parseParameter(pair: string): Template['parameters'][number] {
  const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9_.-]{0,39})=(.+)$/.exec(pair) ?? [];
  if (name === '') throw new Error(`“${pair}” is not name=value`);
  const fill = /^\{(\w+)\}$/.exec(value)?.[1];
  if (fill !== undefined) {
    if (!(templateFills as string[]).includes(fill)) throw new Error(`nothing is called {${fill}}`);
    return [name, { fill: fill as Fill }];
  }
  return [name, { constant: parseConstant(value) }];
}

function parseConstant(value: string): string {
  if (!/^(?:[A-Za-z0-9_~-]|%[0-9A-Fa-f]{2})+$/.test(value)) throw new Error(`“${value}” is not percent-encoded`);
  let constant: string;
  try {
    constant = decodeURIComponent(value);
  } catch (error) {
    throw new Error(`“${value}” is not percent-encoded`, { cause: error });
  }
  if (!/^[\p{L}\p{N} _#,~-]{1,60}$/u.test(constant)) throw new Error(`“${value}” could be more than a word`);
  return constant;
}

/** What is wrong with a template for this network, in English for its publisher; null when nothing is. */
export function faultOfTemplate(network: NetworkDefinition, template: string): string | null {
  if (network.template === null) return `${network.name} has no page that takes a post`;
  try {
    const { host, path, parameters } = parseTemplate(template);
    const isOwnPlace = parseTemplate(network.template).host === '{instance}';
    if (isOwnPlace ? host !== '{instance}' : !network.hosts.includes(host)) {
      const hosts = isOwnPlace ? '{instance}' : network.hosts.join(', ');
      return `${network.name} is not at ${host}: a template of it is at ${hosts}`;
    }
    if (path.includes('{community}') && network.id !== 'reddit') return `${network.name} has no {community}`;
    const filled = parameters.flatMap(([, value]) => ('fill' in value ? [value.fill] : []));
    if (new Set(filled).size < filled.length) return 'the same thing is filled in twice';
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What a composer of this template takes. */
export function takesOf(template: string): Takes {
  const filled = parseTemplate(template).parameters.flatMap(([, value]) => ('fill' in value ? [value.fill] : []));
  if (filled.includes('text_with_url')) return 'text_with_link';
  if (filled.includes('title')) return 'title_with_link';
  if (filled.includes('text') || filled.includes('text_without_url')) return 'text';
  return filled.length === 0 ? 'nothing' : 'link';
}

/** The composer's address for a post; null where it takes an instance that is not known. Empty values do not appear. */
export function fillTemplate(template: string, post: Post, places: OwnPlaces): string | null {
  const { host, path, parameters } = parseTemplate(template);
  const instance = places.mastodon?.host;
  if (host === '{instance}' && instance === undefined) return null;
  const community = places.redditCommunity === null ? '' : `r/${encodeValue(places.redditCommunity)}`;
  const base = `https://${host === '{instance}' ? instance : host}${path.replace('{community}', community).replace('//', '/')}`;
  const query = parameters
    .map(([name, value]) => [name, 'fill' in value ? fills[value.fill](post) : value.constant] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeValue(value)}`);
  return query.length === 0 ? base : `${base}?${query.join('&')}`;
}

/**
 * One value of an address. `encodeURIComponent` leaves `!'()*` alone, which some composers and link
 * detectors read as the end of an address, and throws on half an emoji; spaces must be `%20`, since `+` is
 * literal to some networks, so `URLSearchParams` will not do.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
