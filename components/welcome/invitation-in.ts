/** The invitation link that a page's fragment carries, encoded as a whole; empty when there is none to read. */
export function invitationIn(hash: string): string {
  let link: string;
  try {
    link = decodeURIComponent(hash.replace(/^#/, ''));
  } catch {
    return ''; // A fragment cut in the middle of an escape: the person pastes the link instead.
  }
  return /^https?:\/\//.test(link) ? link : '';
}
