import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { comingScenes } from './coming-scenes.ts';
import { nightScenes } from './night-scenes.ts';
import { peopleScenes } from './people-scenes.ts';
import { placeScenes } from './place-scenes.ts';

/**
 * Draws the sample company's pictures: `node hub/seed/draw/rasterise.ts`. They are committed, so that
 * a first start has nothing to draw. 640 × 336 is a card on a phone, at twice its density.
 */
const folder = new URL('../pictures/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [id, draw] of Object.entries({ ...nightScenes, ...peopleScenes, ...placeScenes, ...comingScenes })) {
  const image = await sharp(Buffer.from(draw())).resize(640, 336).webp({ quality: 92, effort: 6 }).toBuffer();
  await writeFile(new URL(`${id}.webp`, folder), image);
  process.stdout.write(`${id}: ${Math.round(image.length / 102.4) / 10} kB\n`);
}
