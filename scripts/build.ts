import { buildExtension } from './build-extension.ts';

await buildExtension(['chrome', 'firefox'], { outDir: '.output' });
console.log('Built .output/chrome-mv3 (Chrome, Edge, Chromium) and .output/firefox-mv3 (Firefox).');
