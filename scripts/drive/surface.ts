import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * One thing a person looks at: a tab, a popup, a window. Puppeteer drives tabs in both browsers but
 * cannot see Firefox's toolbar popup, so the few primitives below differ per browser and everything
 * else is built on them once.
 */
export type Primitives = {
  url: () => Promise<string>;
  /** Evaluates an expression in the page's own world and gives its JSON value, promises awaited. */
  evaluateSource: (source: string) => Promise<unknown>;
  clickAt: (x: number, y: number, button?: 'left' | 'right') => Promise<void>;
  press: (key: string) => Promise<void>;
  /** PNG bytes of what is visible. */
  capture: () => Promise<Uint8Array>;
  bringToFront: () => Promise<void>;
  close: () => Promise<void>;
};

/** A CSS selector, or what a person would call the thing: its role and its (start of a) name. */
export type Target =
  | string
  | {
      role: 'button' | 'link' | 'checkbox' | 'textbox' | 'tab' | 'heading' | 'radio' | 'combobox';
      name: string | RegExp;
    }
  | { css: string; text: string | RegExp };

type Box = { x: number; y: number; ready: boolean };
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Surface = Primitives & {
  evaluate: <A extends Json[], R>(fn: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>;
  /** Waits until `fn` is truthy in the page, and gives that value. */
  until: <A extends Json[], R>(
    what: string,
    fn: (...args: A) => R | Promise<R>,
    ...args: A
  ) => Promise<Exclude<R, undefined | null | false>>;
  has: (target: Target) => Promise<boolean>;
  waitFor: (target: Target) => Promise<void>;
  waitForText: (text: string) => Promise<void>;
  text: () => Promise<string>;
  click: (target: Target, button?: 'left' | 'right') => Promise<void>;
  /** Replaces the content of a field through the editing commands, as typing does. */
  fill: (target: Target, text: string) => Promise<void>;
  screenshot: (path: string) => Promise<void>;
};

export const defaultTimeoutMs = 20_000;
const askTimeoutMs = 5_000;

/**
 * Asks until the answer is truthy. An exception counts as "not yet": pages navigate under the question.
 *
 * @throws Error naming `what` and the last failure, after `timeoutMs`.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = defaultTimeoutMs,
): Promise<Exclude<T, undefined | null | false | ''>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      // An answer that never comes is no answer: what is asked may be closing.
      const answer = await Promise.race([ask(), delay(askTimeoutMs, undefined, { ref: false })]);
      if (answer) return answer as Exclude<T, undefined | null | false | ''>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${timeoutMs / 1000} s for ${what}${last === undefined ? '' : `: ${last}`}`, {
        cause: last,
      });
    }
    await delay(25);
  }
}

function describeTarget(target: Target): string {
  if (typeof target === 'string') return target;
  return 'role' in target ? `${target.role} “${target.name}”` : `${target.css} “${target.text}”`;
}

/** Runs in the page: must not refer to anything outside itself. */
function locate(query: { css: string; source: string; flags: string; exact: string }, scroll: boolean): Box | null {
  const text = (value: string | null | undefined) => (value ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const labelled = element.getAttribute('aria-labelledby');
    if (labelled)
      return text(
        labelled
          .split(/\s+/)
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
    const label = element.getAttribute('aria-label');
    if (label) return text(label);
    const labels = (element as HTMLInputElement).labels;
    if (labels && labels.length > 0) return text([...labels].map((l) => l.textContent).join(' '));
    return (
      text(element.textContent) || text(element.getAttribute('title')) || text(element.getAttribute('placeholder'))
    );
  };
  const wanted = text(query.exact);
  const pattern = query.source === '' ? null : new RegExp(query.source, query.flags);
  const seen = [...document.querySelectorAll(query.css)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
  );
  const named = (matches: (name: string) => boolean) => seen.find((element) => matches(nameOf(element)));
  const found = pattern
    ? named((name) => pattern.test(name))
    : wanted === ''
      ? seen[0]
      : (named((name) => name === wanted) ??
        named((name) => name.startsWith(wanted)) ??
        named((name) => name.includes(wanted)));
  if (!found) return null;
  if (scroll) found.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = found.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const on = document.elementFromPoint(x, y);
  const label = (found as HTMLInputElement).labels?.[0];
  const reached = on !== null && (found.contains(on) || on.contains(found) || (label?.contains(on) ?? false));
  return { x, y, ready: reached && !(found as HTMLButtonElement).disabled };
}

const roleSelectors = {
  button: 'button, [role="button"], summary, input[type="submit"]',
  link: 'a[href], [role="link"]',
  checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
  textbox: 'textarea, input:not([type]), input[type="text"], input[type="url"], input[type="search"], [role="textbox"]',
  tab: '[role="tab"]',
  heading: 'h1, h2, h3, h4, [role="heading"]',
  radio: 'input[type="radio"], [role="radio"]',
  combobox: 'select, [role="combobox"]',
};

function queryOf(target: Target) {
  if (typeof target === 'string') return { css: target, source: '', flags: '', exact: '' };
  const css = 'role' in target ? roleSelectors[target.role] : target.css;
  const name = 'role' in target ? target.name : target.text;
  return typeof name === 'string'
    ? { css, source: '', flags: '', exact: name }
    : { css, source: name.source, flags: name.flags, exact: '' };
}

export function createSurface(primitives: Primitives): Surface {
  const evaluate: Surface['evaluate'] = async (fn, ...args) => {
    const answer = await primitives.evaluateSource(`(${fn})(...${JSON.stringify(args)})`);
    // The page's answer is whatever `fn` returns there, after JSON.
    return answer as Awaited<ReturnType<typeof fn>>;
  };
  const box = (target: Target, scroll: boolean) => evaluate(locate, queryOf(target), scroll);
  const surface: Surface = {
    ...primitives,
    evaluate,
    until: async (what, fn, ...args) =>
      (await until(what, () => evaluate(fn, ...args))) as Exclude<
        Awaited<ReturnType<typeof fn>>,
        undefined | null | false
      >,
    has: async (target) => (await box(target, false)) !== null,
    waitFor: async (target) => void (await until(describeTarget(target), () => box(target, false))),
    waitForText: async (wanted) =>
      void (await until(`the text “${wanted}”`, async () =>
        (await surface.text()).includes(wanted.replace(/[\u00a0\u202f]/g, ' ')),
      )),
    text: () => evaluate(() => document.body.innerText.replace(/[\u00a0\u202f]/g, ' ')),
    click: async (target, button) => {
      let before: Box | null = null;
      // Twice the same place: what still moves would be missed.
      const at = await until(`a click on ${describeTarget(target)}`, async () => {
        const now = await box(target, true);
        const still = now?.ready === true && before?.x === now.x && before.y === now.y;
        before = now;
        return still && now;
      });
      await primitives.clickAt(at.x, at.y, button);
    },
    fill: async (target, text) => {
      await surface.click(target);
      await evaluate((value) => {
        const field = document.activeElement as HTMLInputElement;
        field.select();
        document.execCommand(value === '' ? 'delete' : 'insertText', false, value);
      }, text);
    },
    screenshot: async (path) => writeFile(path, await primitives.capture()),
  };
  return surface;
}
