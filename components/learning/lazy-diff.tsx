import { lazy } from '../ui/lazy.tsx';

/** The comparison and its library are fetched when a text has changed, which is seldom. */
export const VersionDiff = lazy(async () => (await import('./VersionDiff.tsx')).VersionDiff);
