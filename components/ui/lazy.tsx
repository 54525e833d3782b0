import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/messages.ts';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Spinner.tsx';

/**
 * A component whose code is fetched when it is first shown, with its waiting and failed states.
 * `load` also awaits whatever the component cannot do without.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  // Kept outside the component: a second visit shows it at once.
  let loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    // Before the paint: code that is there already is shown without a frame of waiting.
    useLayoutEffect(() => {
      if (loaded !== undefined) return;
      setFailed(false);
      load().then(
        (component) => {
          loaded = component;
          setLoaded(() => component);
        },
        () => setFailed(true), // Shown below, with a way to try again.
      );
    }, [attempt]);
    if (Loaded) return <Loaded {...props} />;
    if (!failed) return <Skeleton />;
    return (
      <Notice kind="failed" action={{ label: t('action_retry'), onClick: () => setAttempt(attempt + 1) }}>
        {t('error_unknown')}
      </Notice>
    );
  };
}
