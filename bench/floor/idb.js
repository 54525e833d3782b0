import { paint } from './paint.js';

const opening = indexedDB.open('floor', 1);
opening.onupgradeneeded = () => {
  const items = opening.result.createObjectStore('items', { keyPath: 'id' });
  items.createIndex('order', ['pinned', 'orderAt']);
  opening.result.createObjectStore('pictures', { keyPath: 'url' });
};
opening.onsuccess = () => {
  const db = opening.result;
  const reading = db.transaction(['items', 'pictures']);
  const cards = [];
  const cursor = reading.objectStore('items').index('order').openCursor(null, 'prev');
  cursor.onsuccess = () => {
    const found = cursor.result;
    if (!found) return;
    const card = { ...found.value, sourceTitle: 'Bench' };
    cards.push(card);
    const picture = reading.objectStore('pictures').get(card.imageUrl ?? '');
    picture.onsuccess = () => {
      card.picture = picture.result?.dataUrl;
    };
    if (cards.length < 4) found.continue();
  };
  reading.oncomplete = () => paint(cards);
};
