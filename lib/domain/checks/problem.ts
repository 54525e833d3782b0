/** Every kind of fault the linter knows; `docs/checks.md` lists them. */
export type ProblemCode =
  | 'bad_hashtag'
  | 'bad_pattern'
  | 'blocks_everything'
  | 'contradiction'
  | 'duplicate_id'
  | 'duplicate_term'
  | 'empty_help'
  | 'empty_list'
  | 'empty_term'
  | 'house_block'
  | 'never_fires'
  | 'no_rule'
  | 'not_in_their_hands'
  | 'offer_does_not_help'
  | 'too_many_patterns'
  | 'unknown_campaign'
  | 'unknown_network'
  | 'unreachable_scope'
  | 'unsatisfiable'
  | 'wrong_example';

export type Problem = {
  /** The check's place in the list. */
  index: number;
  checkId: string;
  severity: 'error' | 'warning';
  code: ProblemCode;
  /** Inside the check. */
  path: (string | number)[];
  /** One English sentence, for the author of the rule set. */
  message: string;
};

/** What the linter may know besides: the campaigns there are, and the present. */
export type LintContext = { campaignIds?: readonly string[]; now?: number };

export type Report = (
  severity: Problem['severity'],
  code: ProblemCode,
  message: string,
  path?: (string | number)[],
) => void;
