import { paint } from './paint.js';

paint(
  Array.from({ length: 4 }, (_, i) => ({
    title: `Item ${i}: a title of the length that titles have`,
    sourceTitle: 'Static',
    publishedAt: 0,
  })),
);
