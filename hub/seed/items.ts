import { articles } from './articles.ts';
import { comingAndComments } from './coming-and-comments.ts';
import { eventsAndPolls } from './events-and-polls.ts';
import { jobsAndMessages } from './jobs-and-messages.ts';
import type { SeedItem } from './types.ts';
import { videos } from './videos.ts';

export const items: SeedItem[] = [...articles, ...eventsAndPolls, ...jobsAndMessages, ...videos, ...comingAndComments];
