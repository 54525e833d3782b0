import { z } from 'zod';
import { publishedFeedPayload } from '../lib/contract/published-feed.ts';

export const schemaFile = 'docs/relais-feed.schema.json';

export type JsonSchema = {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  const?: unknown;
};

/** The JSON Schema of the feed that a company publishes, from the schemas that the extension reads with. */
export function makeFeedSchema(): JsonSchema {
  const schema = z.toJSONSchema(publishedFeedPayload, { io: 'input', target: 'draft-2020-12' });
  // Zod numbers what refers to itself; there is one such thing, and it has a name.
  return JSON.parse(JSON.stringify(schema).replaceAll('__schema0', 'rule'));
}
