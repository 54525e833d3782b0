import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { HubEnv } from '../http/context.ts';

export type AssetName = 'hub.css' | 'join.js' | 'mark.svg';

type Asset = { bytes: string; type: string; version: string };

function readAsset(name: AssetName, type: string): Asset {
  const bytes = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
  return { bytes, type, version: createHash('sha256').update(bytes).digest('base64url').slice(0, 10) };
}

export type Assets = { address: (name: AssetName) => string; routes: Hono<HubEnv> };

/** The three files the pages load, and the address of each, which changes with what is in it. */
export function createAssets(): Assets {
  const assets: Record<AssetName, Asset> = {
    'hub.css': readAsset('hub.css', 'text/css; charset=utf-8'),
    'join.js': readAsset('join.js', 'text/javascript; charset=utf-8'),
    'mark.svg': readAsset('mark.svg', 'image/svg+xml'),
  };
  const routes = new Hono<HubEnv>();
  for (const [name, { bytes, type }] of Object.entries(assets)) {
    routes.get(`/assets/${name}`, (c) =>
      c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );
  }
  return { address: (name) => `/assets/${name}?v=${assets[name].version}`, routes };
}
