import type { Queryable } from '../database.ts';
import { translated } from './translated.ts';

export type CampaignRow = {
  id: string;
  title: string;
  hashtag: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  goal: number | null;
  progress: number;
};

/**
 * Campaigns with the shares that participants published of their items: one for each member, item
 * and network, within the campaign's dates.
 */
export function listCampaigns(db: Queryable, language: string): Promise<CampaignRow[]> {
  return db.query<CampaignRow>(
    `SELECT c.id, t.title, t.hashtag, c.starts_at, c.ends_at, c.goal,
            (SELECT count(DISTINCT (e.member_id, e.item_id, e.network))::int
               FROM participation_events e JOIN items i ON i.id = e.item_id
              WHERE i.campaign_id = c.id AND e.kind = 'share' AND e.state IN ('confirmed', 'verified')
                AND (c.starts_at IS NULL OR e.day >= (c.starts_at AT TIME ZONE 'UTC')::date)
                AND (c.ends_at IS NULL OR e.day <= (c.ends_at AT TIME ZONE 'UTC')::date)) AS progress
       FROM campaigns c ${translated('campaign_translations', 'campaign_id', 'c')}
      ORDER BY c.ends_at DESC NULLS FIRST, c.id`,
    [language],
  );
}
