import { describe, expect, it } from 'vitest';
import { houseChecks } from '../../lib/domain/checks/house-checks.ts';
import { makeFeedSchema } from '../../scripts/feed-schema.ts';
import { readText } from '../helpers/repository.ts';

const document = readText('docs/checks.md');
const protocol = readText('docs/protocol.md');
const schema = makeFeedSchema();

const ruleTypes = (schema.$defs?.rule?.oneOf ?? []).map((branch) => String(branch.properties?.type?.const));
const codes = [...readText('lib/domain/checks/problem.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code ?? '');

describe('docs/checks.md', () => {
  it('is compared with something', () => {
    expect(ruleTypes.length).toBeGreaterThan(15);
    expect(codes.length).toBeGreaterThan(15);
  });

  it.each(ruleTypes)('documents the rule %s', (type) => {
    expect(document).toContain(`\`${type}\``);
  });

  it.each(codes)('documents the fault %s', (code) => {
    expect(document).toContain(`\`${code}\``);
  });

  it.each([...houseChecks])('documents the house’s $id as it is', ({ id, level, rule, fixed }) => {
    expect(document).toContain(`| \`${id}\` | ${level}${fixed ? ', always' : ''} | \`${rule.type}\``);
  });
});

describe('docs/protocol.md', () => {
  const relais = (part: typeof schema | undefined) => Object.keys(part?.properties?._relais?.properties ?? {});

  it.each([...relais(schema), ...relais(schema.properties?.items?.items)])('documents the field %s', (field) => {
    expect(protocol).toMatch(new RegExp(`\`${field}(\\[\\])?\``));
  });
});
