import type { RelaisDb } from '../../lib/storage/db.ts';
import type { ComposerProps } from '../composer/Composer.tsx';
import { lazy } from '../ui/lazy.tsx';

/** What follows the first paint, and the database that it needs. */
export type Late = typeof import('../feed/late.tsx') & { db: RelaisDb };

export async function loadLate(database: Promise<RelaisDb>): Promise<Late> {
  const db = await database;
  return { ...(await import('../feed/late.tsx')), db };
}

/** What the first paint does without: each is a file of its own, and needs the open database. */
export function lazyViews(database: Promise<RelaisDb>) {
  return {
    GuidelinesTab: lazy(async () => {
      const [{ GuidelinesTab }, db] = await Promise.all([import('../guidelines/GuidelinesTab.tsx'), database]);
      return (props: { openPage: (path: string) => void }) => <GuidelinesTab {...props} db={db} />;
    }),
    RelayTab: lazy(async () => {
      const [{ RelayTab }, db] = await Promise.all([import('./RelayTab.tsx'), database]);
      return (props: { openPage: (path: string) => void }) => <RelayTab {...props} db={db} />;
    }),
    Composer: lazy(async () => {
      const [{ Composer }, db] = await Promise.all([import('../composer/Composer.tsx'), database]);
      return (props: Omit<ComposerProps, 'db'>) => <Composer {...props} db={db} />;
    }),
  };
}
