import { type Fault, pathOf } from './feed-faults.ts';
import { type JsonSchema, makeFeedSchema } from './feed-schema.ts';

/**
 * Fields of the extension that no schema knows: a reader skips them in silence, so a slip of the hand
 * (`embargo_til`) would do nothing and say nothing. Fields of JSON Feed itself are left to its own.
 */
export function unknownFields(document: unknown): Fault[] {
  const schema = makeFeedSchema();
  const faults: Fault[] = [];

  const visit = (value: unknown, given: JsonSchema | undefined, path: (string | number)[]) => {
    const known = given === undefined ? undefined : resolve(given, value, schema);
    if (known === undefined || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) visit(one, known.items, [...path, i]);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      const property = known.properties?.[name];
      const others = typeof known.additionalProperties === 'object' ? known.additionalProperties : undefined;
      if (property !== undefined || others !== undefined) visit(inner, property ?? others, [...path, name]);
      else if (known.properties !== undefined && path.includes('_relais')) {
        const near = nearest(name, Object.keys(known.properties));
        const hint = near === null ? '' : ` Is “${near}” meant?`;
        faults.push({ severity: 'warning', path: pathOf([...path, name]), message: `This field is not known.${hint}` });
      }
    }
  };

  visit(document, schema, []);
  return faults;
}

/** The branch that a value is meant for: by its `type` where branches tell themselves apart so, else by its form. */
function resolve(given: JsonSchema, value: unknown, root: JsonSchema): JsonSchema | undefined {
  if (given.$ref !== undefined) {
    const named = root.$defs?.[given.$ref.replace('#/$defs/', '')];
    return named && resolve(named, value, root);
  }
  const branches = given.oneOf ?? given.anyOf;
  if (branches === undefined) return given;
  const type = (value as { type?: unknown } | null)?.type;
  const told = branches.find(
    (branch) => branch.properties?.type?.const !== undefined && branch.properties.type.const === type,
  );
  if (told !== undefined) return told;
  if (branches.some((branch) => branch.properties?.type?.const !== undefined)) return undefined;
  const form = Array.isArray(value) ? 'array' : typeof value;
  const fitting = branches.filter((branch) => branch.type === form);
  const names = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const shared = (branch: JsonSchema) => Object.keys(branch.properties ?? {}).filter((name) => names.has(name)).length;
  return fitting.sort((a, b) => shared(b) - shared(a))[0];
}

/** The nearest of the names, at most two slips away. */
function nearest(name: string, names: string[]): string | null {
  const [best] = names.map((one) => ({ one, slips: slipsBetween(name, one) })).sort((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.max(2, Math.floor(name.length / 3)) ? best.one : null;
}

/** Levenshtein's distance. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
