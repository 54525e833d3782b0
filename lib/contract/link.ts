import { z } from 'zod';
import { type LinkRules, type TagName, type TagTemplates, tagTemplatePattern } from '../domain/links/campaign-tags.ts';

const template = z.string().max(100).regex(tagTemplatePattern);
const templates = { source: template, medium: template, campaign: template, term: template, content: template };
const templatesPayload = z.object(templates).partial();

/** How a company wants the addresses of its items to leave: `docs/protocol.md`. */
export const linkRulesPayload = templatesPayload.extend({
  /** The company's own hosts, the only ones that are tagged: `www.acme.example`, `*.acme.example`. */
  hosts: z
    .array(
      z
        .string()
        .max(253)
        .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/),
    )
    .max(50),
  /** What is different on one network, by its id. */
  networks: z.record(z.string().max(40), templatesPayload).optional(),
  /** Whether an employee may share the address without tags; true when absent. */
  removable: z.boolean().optional(),
  /** A hub's own: its items leave as its short addresses. */
  short: z.boolean().optional(),
});
export type LinkRulesPayload = z.infer<typeof linkRulesPayload>;

export function toLinkRules({ hosts, networks = {}, removable, short, ...tags }: LinkRulesPayload): LinkRules {
  return {
    hosts,
    templates: given(tags),
    byNetwork: Object.fromEntries(Object.entries(networks).map(([network, own]) => [network, given(own)])),
    isRemovable: removable ?? true,
    isShort: short ?? false,
  };
}

function given(tags: Partial<Record<TagName, string | undefined>>): TagTemplates {
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined)) as TagTemplates;
}

/**
 * A short address for an item of the hub. The key is made in the browser, one for each address, and is all
 * that can read its visits: the hub keeps its hash, and not who asked.
 */
export const createLinkRequest = z.object({
  item_id: z.string().min(1).max(300),
  network: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/),
  /** Of the page that it leads to, where the item has several. */
  language: z.string().max(35).nullable(),
  key: z.uuid(),
});
export type CreateLinkRequest = z.infer<typeof createLinkRequest>;

export const linkPayload = z.object({ url: z.url().max(2048) });

export const linkVisitsRequest = z.object({ keys: z.array(z.uuid()).min(1).max(100) });
/** A key that the hub does not know is left out. */
export const linkVisitsPayload = z.object({
  links: z.array(z.object({ key: z.uuid(), visits: z.number().int().nonnegative() })),
});
