import { html } from 'hono/html';
import { type Page, renderPage } from './layout.ts';

/**
 * Where an invitation leads. The secret stays behind `#`, in the browser, so the page cannot know
 * whether it is still valid: the extension asks.
 */
export function renderJoin(page: Page) {
  const { words, companyName, address } = page;
  const title = words.join_title(companyName);
  return renderPage(page, {
    title,
    path: '/join',
    head: html`<meta name="robots" content="noindex"><script src="${address('join.js')}" defer></script>`,
    main: html`<div class="narrow"><h1>${title}</h1><p class="lead">${words.join_lead}</p></div>
<p class="notice narrow" data-incomplete hidden role="alert">${words.join_incomplete}</p>
<ol class="steps narrow">
<li><h2>${words.join_step_1}</h2><p>${words.join_step_1_text}</p></li>
<li><h2>${words.join_step_2}</h2><p>${words.join_step_2_text}</p><p class="muted">${words.join_step_2_other}</p>
<div class="copy" data-invitation hidden><label for="link">${words.join_link}</label><input id="link" readonly>
<button class="button" type="button" data-copy data-copied="${words.join_copied}" data-select="${words.join_select}">${words.join_copy}</button>
<span class="muted" role="status" data-status></span></div></li>
<li><h2>${words.join_step_3}</h2><p>${words.join_step_3_text}</p></li>
</ol>
<div class="narrow muted"><p>${words.join_once}</p><p>${words.join_privacy}</p></div>`,
  });
}
