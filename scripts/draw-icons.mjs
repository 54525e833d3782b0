/**
 * Draws the toolbar icons from the mark of `components/ui/Mark.tsx`: `node scripts/draw-icons.mjs [path of Chromium]`.
 * The pictures are committed, because a build must not need a browser.
 */
import { writeFile } from 'node:fs/promises';
import { launch } from 'puppeteer-core';

// The light theme's accent, which is told apart on light and on dark toolbars.
const svg = (size) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26" width="${size}" height="${size}">
  <rect width="26" height="26" rx="${size < 32 ? 6 : 8}" fill="#b93a0b"/>
  <g fill="#fff"><circle cx="9" cy="17" r="3.2"/>
  <rect x="9" y="8.8" width="12.4" height="4.4" rx="2.2" transform="rotate(-38 15.2 11)"/></g></svg>`;

const browser = await launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 96, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<body style="margin:0;display:grid">${svg(size)}</body>`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`../public/icons/${size}.png`, import.meta.url), png);
  }
} finally {
  await browser.close();
}
