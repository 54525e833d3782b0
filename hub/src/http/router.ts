import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { errorPayload } from '../../../lib/contract/error.ts';
import type { HubEnv } from './context.ts';
import { refuse } from './errors.ts';

/** A noun's app. What does not fit its schema is `rejected`, with the first place that does not. */
export function createRouter(): OpenAPIHono<HubEnv> {
  return new OpenAPIHono<HubEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      throw refuse('rejected', `${issue?.path.join('.') || result.target}: ${issue?.message ?? 'does not fit'}`);
    },
  });
}

/** An answer in a route's description. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A required JSON body in a route's description. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** Every error has one shape; the code says which. */
export const failure = { default: json(errorPayload, 'The error, by its code.') };

export const languageQuery = z.object({ lang: z.string().max(35).optional() });
