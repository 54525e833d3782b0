import type { CheckPayload } from '../../../../lib/contract/check.ts';
import type { GuidelineQuestion } from '../../../../lib/domain/guideline.ts';
import type { Role } from '../../../../lib/domain/role.ts';
import type { Queryable } from '../database.ts';
import { translated } from './translated.ts';

export type GuidelineRow = {
  id: string;
  kind: 'charter' | 'card';
  title: string;
  body_markdown: string;
  version: string;
  updated_at: Date;
  good_example: string | null;
  bad_example: string | null;
  roles: Role[];
  question: GuidelineQuestion | null;
};

export function listGuidelines(db: Queryable, language: string): Promise<GuidelineRow[]> {
  return db.query<GuidelineRow>(
    `SELECT g.id, g.kind, t.title, t.body_markdown, g.version, g.updated_at, t.good_example, t.bad_example, g.roles,
            t.question
       FROM guidelines g ${translated('guideline_translations', 'guideline_id', 'g')}
      ORDER BY g.position, g.id`,
    [language],
  );
}

export type CheckRow = Pick<CheckPayload, 'id' | 'level'> & {
  rule: CheckPayload['rule'] | null;
  scope: CheckPayload['scope'] | null;
  examples: CheckPayload['examples'] | null;
  help: string | null;
};

/** The checks, with the sentence that helps in the language asked for, or in the one it has. */
export function listChecks(db: Queryable, language: string): Promise<CheckRow[]> {
  return db.query<CheckRow>(
    `SELECT c.id, c.level, c.rule, c.scope, c.examples, t.help
       FROM checks c LEFT ${translated('check_translations', 'check_id', 'c')}
      ORDER BY c.position, c.id`,
    [language],
  );
}
