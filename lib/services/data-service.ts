import type { RelaisDb } from '../storage/db.ts';
import { clearSettings, readPreferences } from '../storage/settings.ts';

export type DataServiceDeps = {
  db: RelaisDb;
  now: () => number;
  disconnectHub: (connectionId: string) => Promise<void>;
  /** Signs out of the person's own accounts on networks. */
  disconnectAccounts: () => Promise<void>;
  /** Gives back the sites and the rest that was allowed after the installation. */
  forgetPermissions: () => Promise<void>;
  report: (error: unknown, where: string) => void;
};

export type DataService = ReturnType<typeof createDataService>;

/** The version of the export document, raised when its shape changes. */
const exportVersion = 2;

export function createDataService({
  db,
  now,
  disconnectHub,
  disconnectAccounts,
  forgetPermissions,
  report,
}: DataServiceDeps) {
  /** Everything about this person in one JSON document. `secrets` is never read here. */
  async function exportData(): Promise<{ json: string }> {
    const document = {
      relais: exportVersion,
      exportedAt: new Date(now()).toISOString(),
      preferences: await readPreferences(),
      connections: await db.connections.toArray(),
      sources: await db.sources.toArray(),
      accounts: await db.accounts.toArray(),
      directPosts: await db.directPosts.toArray(),
      shares: await db.shares.toArray(),
      spots: await db.spots.toArray(),
      deliveries: await db.deliveries.toArray(),
      acknowledgements: await db.acknowledgements.toArray(),
      topics: await db.topics.toArray(),
      marks: await db.marks.toArray(),
      learning: await db.learning.toArray(),
      guidelineVersions: await db.guidelineVersions.toArray(),
      groupUses: await db.groupUses.toArray(),
      drafts: await db.drafts.toArray(),
      shareDrafts: await db.shareDrafts.toArray(),
      plans: await db.plans.toArray(),
      participations: await db.participations.toArray(),
      // Their keys read what is counted: like other secrets, they stay here.
      shortLinks: (await db.shortLinks.toArray()).map(({ key, ...link }) => link),
      departures: await db.departures.toArray(),
    };
    return { json: JSON.stringify(document, null, 2) };
  }

  /** Signs out everywhere, empties the database and the settings, gives back the permissions. Only the extension itself remains. */
  async function eraseData(): Promise<void> {
    for (const { id } of await db.connections.toArray()) await disconnectHub(id);
    await disconnectAccounts();
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
    });
    await clearSettings();
    // Nothing of this person is left; a permission that stays is seen, and taken back, in the browser's own settings.
    await forgetPermissions().catch((error) => report(error, 'permissions'));
  }

  return { exportData, eraseData };
}
