// Shows the whole link, which only the browser knows: what follows # is never sent to the hub.
const invitation = document.querySelector('[data-invitation]');
const incomplete = document.querySelector('[data-incomplete]');
const field = document.querySelector('#link');
const button = document.querySelector('[data-copy]');
const status = document.querySelector('[data-status]');

const hasSecret = location.hash.length > 20;
invitation.hidden = !hasSecret;
incomplete.hidden = hasSecret;
field.value = location.href;
field.addEventListener('focus', () => field.select());
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = button.dataset.copied;
  } catch {
    // No clipboard on a plain http address, or it was refused: the keyboard still works.
    field.focus();
    field.select();
    status.textContent = button.dataset.select;
  }
});
