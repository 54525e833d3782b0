import { z } from 'zod';
import { type Role, roleSchema } from './role.ts';

/** Whom an item is meant for. An empty list asks nothing; all that ask must be met. */
export const audienceSchema = z.object({
  roles: z.array(roleSchema),
  /** ISO 3166-1 alpha-2, upper case. */
  countries: z.array(z.string()),
  /** BCP 47; the first subtag is compared. */
  languages: z.array(z.string()),
});
export type Audience = z.infer<typeof audienceSchema>;

/** What an employee said of themselves in the settings; it never leaves the browser. */
export type Profile = { role: Role | null; country: string | null; language: string };

/** Whether an item is meant for this person. What the person did not say excludes them from nothing. */
export function isMeantFor(audience: Audience | null, profile: Profile): boolean {
  if (audience === null) return true;
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const { role, country, language } = profile;
  return (
    (audience.roles.length === 0 || role === null || audience.roles.includes(role)) &&
    (audience.countries.length === 0 || country === null || audience.countries.includes(country)) &&
    (audience.languages.length === 0 || audience.languages.some((tag) => primary(tag) === primary(language)))
  );
}
