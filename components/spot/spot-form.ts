import type { GroupVisibility } from '../../lib/domain/group.ts';
import type { SpotGroup } from '../../lib/storage/queries/spot-window.ts';

const maxTags = 20;
const maxTagLength = 50;

/** Adds what was typed, split at commas and semicolons, without its `#`; a tag already there, whatever its case, is left alone. */
export function addTags(tags: string[], typed: string): string[] {
  const known = new Set(tags.map((tag) => tag.toLocaleLowerCase()));
  const added: string[] = [];
  for (const part of typed.split(/[,;\n]/)) {
    const tag = part.trim().replace(/^#+/, '').trim().slice(0, maxTagLength);
    const key = tag.toLocaleLowerCase();
    if (tag === '' || known.has(key)) continue;
    known.add(key);
    added.push(tag);
  }
  return [...tags, ...added].slice(0, maxTags);
}

/** Without case or accents, so that "eclairage" finds "Éclairage". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The groups whose name or description holds every word looked for, in their order. */
export function searchGroups(groups: SpotGroup[], sought: string): SpotGroup[] {
  const words = fold(sought).split(/\s+/).filter(Boolean);
  return groups.filter((group) => {
    const text = fold(`${group.name} ${group.description}`);
    return words.every((word) => text.includes(word));
  });
}

export type Audience = { visibility: GroupVisibility; companyName: string; groupNames: string[] };

/** Who will read the spot, the widest circle first; open groups are told apart by company. */
export function audienceOf(groups: SpotGroup[]): Audience[] {
  const audiences: Audience[] = [];
  for (const visibility of ['open', 'request', 'private'] as const) {
    for (const group of groups.filter((candidate) => candidate.visibility === visibility)) {
      const companyName = visibility === 'open' ? group.companyName : '';
      const known = audiences.find((a) => a.visibility === visibility && a.companyName === companyName);
      if (known === undefined) audiences.push({ visibility, companyName, groupNames: [group.name] });
      else known.groupNames.push(group.name);
    }
  }
  return audiences;
}

/** Two letters that stand for a name: its first two words, else its first two letters. */
export function initials(name: string): string {
  const words = name.split(/[\s·—-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = '', second] = words;
  const letters =
    second === undefined ? [...first].slice(0, 2) : [...first].slice(0, 1).concat([...second].slice(0, 1));
  return letters.join('').toLocaleUpperCase();
}
