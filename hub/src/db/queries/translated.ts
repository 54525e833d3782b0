/** One translation of each row of `owner`, as `t`: the wanted language first. $1 is the language. */
export function translated(table: string, column: string, owner: string): string {
  return `JOIN LATERAL (
    SELECT * FROM ${table} WHERE ${column} = ${owner}.id ORDER BY (language = $1) DESC, language LIMIT 1
  ) t ON true`;
}
