import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database, Queryable } from '../src/db/database.ts';
import { migrationLock } from '../src/db/migrate.ts';
import { findSettings } from '../src/db/queries/settings.ts';
import { seedActivity } from './activity.ts';
import { checks } from './checks.ts';
import { campaigns, company } from './company.ts';
import { fillDays, instantOf } from './days.ts';
import { groups } from './groups.ts';
import { guidelines } from './guidelines.ts';
import { items } from './items.ts';
import { people } from './people.ts';
import type { SeedItem, SeedMoment } from './types.ts';

const picturesFolder = new URL('./pictures/', import.meta.url);
const hourMs = 3_600_000;
const languages = ['fr', 'en'] as const;

/**
 * Fills an empty hub with Maison Lumen, a fictional maker of street lamps in Roubaix: something worth
 * looking at, dated back from `now` (epoch milliseconds). A hub that is set up is left alone, also
 * when two start together. Answers whether it wrote anything.
 */
export async function seedSampleCompany(db: Database, now: number): Promise<boolean> {
  if ((await findSettings(db)) !== null) return false;
  return db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    if ((await findSettings(tx)) !== null) return false;
    await tx.query(
      'INSERT INTO hub_settings (company_name, languages, is_sample, created_at) VALUES ($1, $2, true, $3)',
      [company.name, [...languages], new Date(now)],
    );
    const pictures = await seedPictures(tx, now);
    await seedCampaigns(tx, now);
    for (const item of items) await seedItem(tx, item, pictures.get(item.id) ?? null, now);
    await seedGuidelines(tx, now);
    await seedChecks(tx);
    const memberIds = await seedMembers(tx, now);
    await seedGroups(tx, memberIds, now);
    await seedActivity(tx, memberIds, now);
    return true;
  });
}

async function seedPictures(tx: Queryable, now: number): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of (await readdir(picturesFolder)).filter((file) => file.endsWith('.webp'))) {
    const bytes = await readFile(new URL(name, picturesFolder));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(
      `INSERT INTO media (sha256, content_type, bytes, created_at, width, height) VALUES ($1, $2, $3, $4, 640, 336)
       ON CONFLICT DO NOTHING`,
      [sha256, 'image/webp', bytes, new Date(now)],
    );
    hashes.set(name.replace('.webp', ''), sha256);
  }
  return hashes;
}

async function seedCampaigns(tx: Queryable, now: number): Promise<void> {
  for (const campaign of campaigns) {
    await tx.query('INSERT INTO campaigns (id, starts_at, ends_at, goal) VALUES ($1, $2, $3, $4)', [
      campaign.id,
      new Date(now + campaign.startsInHours * hourMs),
      new Date(now + campaign.endsInHours * hourMs),
      campaign.goal,
    ]);
    for (const language of languages) {
      await tx.query(
        'INSERT INTO campaign_translations (campaign_id, language, title, hashtag) VALUES ($1, $2, $3, $4)',
        [campaign.id, language, campaign.title[language], campaign.hashtag[language]],
      );
    }
  }
}

async function seedItem(tx: Queryable, item: SeedItem, mediaSha256: string | null, now: number): Promise<void> {
  const publishedAt = new Date(now - item.hoursAgo * hourMs);
  const instant = (moment: SeedMoment | undefined) => (moment === undefined ? null : instantOf(moment, now));
  await tx.query(
    `INSERT INTO items (id, kind, author, pinned, campaign_id, media_sha256, published_at, updated_at, embargo_until,
                        expires_at, event_starts_at, event_ends_at, poll_closes_at, networks, audience_roles)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      item.id,
      item.kind,
      item.author,
      item.pinned ?? false,
      item.campaign ?? null,
      mediaSha256,
      publishedAt,
      instant(item.embargo),
      instant(item.expires),
      instant(item.event?.starts),
      instant(item.event?.ends),
      instant(item.poll?.closes),
      item.networks ?? null,
      item.audience ?? [],
    ],
  );
  for (const language of languages) await seedTexts(tx, item, language, now);
}

async function seedTexts(tx: Queryable, item: SeedItem, language: 'fr' | 'en', now: number): Promise<void> {
  const dated = (text: string) => fillDays(text, language, now);
  const texts = item[language];
  await tx.query(
    `INSERT INTO item_translations (item_id, language, url, title, summary, content_text, image_alt, tags, author_title,
                                    event_place, poll_choices, job_place, job_contract)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      item.id,
      language,
      new URL(texts.path, `${company.site}/${language}/`).href,
      dated(texts.title),
      dated(texts.summary),
      texts.content.map(dated).join('\n\n'),
      texts.imageAlt,
      texts.tags,
      item.authorTitle?.[language] ?? null,
      item.event?.place[language] ?? null,
      item.poll?.choices[language] ?? null,
      item.job?.place[language] ?? null,
      item.job?.contract[language] ?? null,
    ],
  );
  for (const [position, [tone, text, network = null]] of texts.suggestions.entries()) {
    await tx.query(
      'INSERT INTO suggestions (item_id, position, language, network, tone, text) VALUES ($1, $2, $3, $4, $5, $6)',
      [item.id, position, language, network, tone, dated(text)],
    );
  }
}

async function seedGuidelines(tx: Queryable, now: number): Promise<void> {
  for (const [position, { id, kind, version, roles, ...texts }] of guidelines.entries()) {
    await tx.query(
      'INSERT INTO guidelines (id, kind, version, position, updated_at, roles) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, kind, version, position, new Date(now - 40 * 24 * hourMs), roles],
    );
    for (const language of languages) {
      const { title, body, good = null, bad = null, question = null } = texts[language];
      await tx.query(
        `INSERT INTO guideline_translations (guideline_id, language, title, body_markdown, good_example, bad_example,
                                             question)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, language, title, body, good, bad, question],
      );
    }
  }
}

async function seedChecks(tx: Queryable): Promise<void> {
  for (const [position, { id, level, rule, scope, examples, help }] of checks.entries()) {
    await tx.query('INSERT INTO checks (id, level, rule, scope, examples, position) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      level,
      rule ?? null,
      scope ?? null,
      examples ?? null,
      position,
    ]);
    for (const language of help === undefined ? [] : languages) {
      await tx.query('INSERT INTO check_translations (check_id, language, help) VALUES ($1, $2, $3)', [
        id,
        language,
        help?.[language],
      ]);
    }
  }
}

async function seedMembers(tx: Queryable, now: number): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const person of people) {
    const id = randomUUID();
    ids.set(person.key, id);
    await tx.query('INSERT INTO members (id, display_name, team, role, created_at) VALUES ($1, $2, $3, $4, $5)', [
      id,
      person.name,
      person.team,
      person.role ?? 'member',
      new Date(now - 60 * 24 * hourMs),
    ]);
  }
  return ids;
}

async function seedGroups(tx: Queryable, memberIds: Map<string, string>, now: number): Promise<void> {
  for (const [position, group] of groups.entries()) {
    await tx.query('INSERT INTO groups (id, visibility, position, created_at) VALUES ($1, $2, $3, $4)', [
      group.id,
      group.visibility,
      position,
      new Date(now - 60 * 24 * hourMs),
    ]);
    for (const language of languages) {
      await tx.query('INSERT INTO group_translations (group_id, language, name, description) VALUES ($1, $2, $3, $4)', [
        group.id,
        language,
        group.name[language],
        group.description[language],
      ]);
    }
    for (const key of group.members) {
      await tx.query('INSERT INTO group_members (group_id, member_id, joined_at) VALUES ($1, $2, $3)', [
        group.id,
        memberIds.get(key),
        new Date(now - 50 * 24 * hourMs),
      ]);
    }
  }
}
