import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n/messages.ts';
import type { SourcePictures } from '../../lib/storage/queries/settings.ts';
import { Button } from '../ui/Button.tsx';
import type { HasHostAccess, RequestHostAccess } from '../ui/CommandFailure.tsx';
import { hostOf } from '../ui/host-of.ts';
import { Icon } from '../ui/Icon.tsx';

/** More sites than these carry the odd picture, and are not worth a question each. */
const siteCount = 3;

type PictureAccessProps = {
  missing: SourcePictures['missing'];
  hasHostAccess: HasHostAccess;
  requestHostAccess: RequestHostAccess;
};

/**
 * The sites that hold a source's pictures and may not be asked yet: a picture tells its site who reads
 * what, so the person decides, site by site. The background fetches them as soon as it hears of it.
 */
export function PictureAccess({ missing, hasHostAccess, requestHostAccess }: PictureAccessProps) {
  const [refused, setRefused] = useState<string[]>([]);
  const [lacking, setLacking] = useState<SourcePictures['missing']>([]);
  const key = missing.map(({ origin, count }) => `${origin} ${count}`).join();

  useEffect(() => {
    let isCurrent = true;
    const asked = missing.slice(0, siteCount);
    Promise.all(asked.map(({ origin }) => hasHostAccess(origin))).then(
      (allowed) => isCurrent && setLacking(asked.filter((_, i) => !allowed[i])),
      () => undefined, // A browser that cannot say has nothing to offer.
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);

  const allow = (origin: string) => {
    requestHostAccess(origin).then(
      (allowed) => {
        if (allowed) setLacking((sites) => sites.filter((site) => site.origin !== origin));
        else setRefused((origins) => [...origins, origin]);
      },
      () => setRefused((origins) => [...origins, origin]), // A browser that cannot ask is a browser that refused.
    );
  };

  if (lacking.length === 0) return null;
  return (
    <ul class="r-list sources-pictures">
      {lacking.map(({ origin, count }) => (
        <li key={origin}>
          <p class="r-muted">
            {refused.includes(origin)
              ? t('access_refused', hostOf(origin))
              : plural('sources_pictures_elsewhere', count, hostOf(origin))}
          </p>
          <Button icon={<Icon name="lock" size={16} />} onClick={() => allow(origin)}>
            {t('sources_pictures_allow', hostOf(origin))}
          </Button>
        </li>
      ))}
    </ul>
  );
}
