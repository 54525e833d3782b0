import { paint } from './paint.js';

const { cards } = await chrome.storage.local.get('cards');
paint(cards ?? []);
