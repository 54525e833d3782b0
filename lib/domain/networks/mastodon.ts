import type { NetworkDefinition } from './network-definition.ts';
import { textWithLink } from './post-text.ts';

/**
 * Every server has its own composer and its own limit, so the employee names theirs once. `/share` joins
 * `title`, `text` and `url` by spaces and asks to sign in first (the server's `SharesController`); Misskey,
 * Calckey and Elk take the same path. 500 is what a server allows that does not say.
 */
export const mastodon: NetworkDefinition = {
  id: 'mastodon',
  name: 'Mastodon',
  audience: 'public',
  takesInternal: false,
  hosts: [],
  template: 'https://{instance}/share?text={text_with_url}',
  takes: 'text_with_link',
  limit: 500,
  async loadCounter(places) {
    const { countForMastodon } = await import('./mastodon-count.ts');
    return (post) => countForMastodon(textWithLink(post), places?.mastodon?.charactersPerLink);
  },
  direct: 'mastodon',
  window: { width: 660, height: 740 },
  mark: 'M12 2c5.5 0 9 2.6 9 7.2v3.3c0 3.6-2.4 5.3-6 5.6-2 .2-4 .1-5.4-.2.2 1.6 1.6 2.2 3.6 2.2 1 0 2-.2 2.6-.4l.1 1.9c-.9.4-2.2.6-3.6.6C7 22.2 3 20 3 13.5V9.2C3 4.6 6.5 2 12 2zM7 14h2V9.6c0-.8.4-1.2 1-1.2.7 0 1 .5 1 1.3V12h2V9.7c0-.8.3-1.3 1-1.3.6 0 1 .4 1 1.2V14h2V9.4c0-1.8-1.2-2.8-2.6-2.8-1.1 0-1.9.5-2.4 1.5-.5-1-1.3-1.5-2.4-1.5C8.2 6.6 7 7.6 7 9.4z',
};
