// Shows the whole link, which only the browser knows: what follows # is never sent to the hub.
const invitation = document.querySelector('[data-invitation]');
const incomplete = document.querySelector('[data-incomplete]');
const field = document.querySelector('#link');
const button = document.querySelector('[data-copy]');
const status = document.querySelector('[data-status]');

// Without the language it was opened in: the link as it was sent, which the extension reads off the tab.
const link = location.origin + location.pathname + location.hash;
history.replaceState(null, '', link);

const hasSecret = location.hash.length > 20;
invitation.hidden = !hasSecret;
incomplete.hidden = hasSecret;
field.value = link;
// Without it the page in the other language would have lost the invitation.
document.querySelector('a[hreflang]').hash = location.hash;
field.addEventListener('focus', () => field.select());
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(link);
    status.textContent = button.dataset.copied;
  } catch {
    // No clipboard on a plain http address, or it was refused: the keyboard still works.
    field.focus();
    field.select();
    status.textContent = button.dataset.select;
  }
});
