import { Hono } from 'hono';
import { calendarFile, calendarFileName } from '../../../lib/domain/calendar-file.ts';
import { findGroup, listOpenGroups } from '../db/queries/groups.ts';
import { findItem, listItems } from '../db/queries/items.ts';
import { listOpenSpots, listSpots } from '../db/queries/spots.ts';
import type { HubDeps, HubEnv } from '../http/context.ts';
import { chooseLanguage } from '../http/language.ts';
import type { Assets } from './assets.ts';
import { renderHome } from './home.ts';
import { renderItem } from './item.ts';
import { renderJoin } from './join.ts';
import { preparePage } from './layout.ts';
import { renderMissing } from './missing.ts';
import { renderGroup, renderWall } from './wall.ts';

/** The pages for people without the extension. All are public, so all read as a stranger. */
export function pageRoutes(deps: HubDeps, { address, routes }: Assets): Hono<HubEnv> {
  const app = new Hono<HubEnv>();
  app.route('/', routes);
  app.get('/', async (c) => {
    const page = await preparePage(c, deps, address);
    const now = await deps.contentNow();
    return c.html(
      renderHome(page, await listItems(deps.db, { readers: 'anyone', language: page.language, now, limit: 9 })),
    );
  });
  app.get('/join', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.html(renderJoin(await preparePage(c, deps, address)));
  });
  app.get('/wall', async (c) => {
    const page = await preparePage(c, deps, address);
    const groups = await listOpenGroups(deps.db, page.language);
    return c.html(renderWall(page, groups, await listOpenSpots(deps.db, page.language, 60)));
  });
  app.get('/groups/:id', async (c) => {
    const page = await preparePage(c, deps, address);
    const group = await findGroup(deps.db, c.req.param('id'), null, page.language);
    if (group === null || group.visibility !== 'open') return renderMissing(c, deps, address);
    const spots = await listSpots(deps.db, { groupId: group.id, memberId: null, before: null, limit: 60 });
    return c.html(renderGroup(page, group, spots));
  });
  app.get('/items/:id', async (c) => {
    const page = await preparePage(c, deps, address);
    const now = await deps.contentNow();
    const item = await findItem(deps.db, c.req.param('id'), { readers: 'anyone', language: page.language, now });
    return item === null ? renderMissing(c, deps, address) : c.html(renderItem(page, item));
  });
  app.get('/items/:id/event.ics', async (c) => {
    const now = await deps.contentNow();
    const language = chooseLanguage(c.req.query('lang'), c.req.header('Accept-Language'));
    const item = await findItem(deps.db, c.req.param('id'), { readers: 'anyone', language, now });
    if (item === null || item.event_starts_at === null) return renderMissing(c, deps, address);
    const event = {
      uid: `${item.id}@${new URL(deps.config.publicUrl).host}`,
      title: item.title,
      description: item.summary,
      url: item.url,
      startsAt: item.event_starts_at.getTime(),
      endsAt: item.event_ends_at?.getTime() ?? null,
      place: item.event_place,
    };
    return c.body(calendarFile(event, now), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${calendarFileName(item.title)}"`,
    });
  });
  return app;
}
