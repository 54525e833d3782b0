import type { Queryable } from '../database.ts';

export type HubSettings = { companyName: string; languages: string[]; isSample: boolean };

/** What this hub is; null until it is set up. */
export async function findSettings(db: Queryable): Promise<HubSettings | null> {
  const rows = await db.query<{ company_name: string; languages: string[]; is_sample: boolean }>(
    'SELECT company_name, languages, is_sample FROM hub_settings',
  );
  const row = rows[0];
  return row === undefined
    ? null
    : { companyName: row.company_name, languages: row.languages, isSample: row.is_sample };
}

/** @throws when the hub is not set up: nothing is served before the first start has seeded it. */
export async function readSettings(db: Queryable): Promise<HubSettings> {
  const settings = await findSettings(db);
  if (settings === null) throw new Error('the hub is not set up');
  return settings;
}
