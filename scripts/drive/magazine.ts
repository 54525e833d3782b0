import type { Scene } from './stage.ts';

export const magazineHost = 'magazine.example';
export const articleUrl = `https://${magazineHost}/2026/quiet-offices`;
export const article = {
  title: 'What quiet offices taught three teams',
  description: 'A year without open space: what changed, what did not.',
};

/** A page of the web, as pages of the web are: trackers in its address, and words about itself. */
export const magazineScene: Scene = (_request, url) =>
  url.pathname.startsWith('/2026/')
    ? {
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${article.title}</title>
<link rel="canonical" href="${articleUrl}"><meta name="description" content="${article.description}">
<meta property="og:site_name" content="The Example Magazine"><meta name="author" content="Ada Moreau">
<style>body{font:18px/1.6 Georgia,serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#222}</style></head>
<body><h1>${article.title}</h1><p id="lead">${article.description}</p>
<p id="quote">People did not ask for silence. They asked to choose it.</p>
<p><a id="link" href="/2026/meeting-rooms?utm_source=home">Meeting rooms, counted</a></p></body></html>`,
      }
    : { type: 'text/plain', body: '' };
