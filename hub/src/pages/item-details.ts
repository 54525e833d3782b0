import { html } from 'hono/html';
import type { ItemRow } from '../db/queries/items.ts';
import { formatDay, formatPeriod, type Page } from './layout.ts';

type Html = ReturnType<typeof html>;

/** What an event, a job or a poll says besides its text; nothing for other kinds. */
export function renderDetails(page: Page, item: ItemRow): Html | string {
  const facts = [...eventFacts(page, item), ...jobFacts(page, item)];
  return html`${
    facts.length === 0
      ? ''
      : html`<dl class="facts">${facts.map(([name, fact]) => html`<div class="fact"><dt lang="${page.language}">${name}</dt><dd>${fact}</dd></div>`)}</dl>`
  }${item.poll_choices === null ? '' : renderChoices(page, item, item.poll_choices)}`;
}

function eventFacts({ words, language }: Page, item: ItemRow): [string, Html | string][] {
  const { event_starts_at: start, event_ends_at: end, event_place: place } = item;
  if (start === null) return [];
  const when = html`<time datetime="${start.toISOString()}" lang="${language}">${formatPeriod(start, end, language)}</time>
<a class="fact-action" href="/items/${item.id}/event.ics?lang=${language}" lang="${language}">${words.event_calendar}</a>`;
  return [[words.event_when, when], ...(place === null ? [] : [[words.place, place] satisfies [string, string]])];
}

function jobFacts({ words }: Page, { job_place: place, job_contract: contract }: ItemRow): [string, string][] {
  return [
    ...(place === null ? [] : [[words.place, place] satisfies [string, string]]),
    ...(contract === null ? [] : [[words.job_contract, contract] satisfies [string, string]]),
  ];
}

function renderChoices({ words, language }: Page, item: ItemRow, choices: string[]): Html {
  const closes = item.poll_closes_at;
  return html`<ul class="choices">${choices.map((choice) => html`<li>${choice}</li>`)}</ul>${
    closes === null
      ? ''
      : html`<p class="muted" lang="${language}"><time datetime="${closes.toISOString()}">${words.poll_closes(formatDay(closes, language))}</time></p>`
  }`;
}
