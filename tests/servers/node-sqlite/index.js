import { DatabaseSync } from 'node:sqlite';

/** SQLite's extended result code for a row that exists already (https://www.sqlite.org/rescode.html#constraint_unique). */
const uniqueCodes = new Set([1555, 2067]);

/** @template T @param {() => T} work */
function withCodes(work) {
  try {
    return work();
  } catch (error) {
    if (uniqueCodes.has(error.errcode)) error.code = 'SQLITE_CONSTRAINT_UNIQUE';
    if (error.errcode === 5) error.code = 'SQLITE_BUSY';
    throw error;
  }
}

class Statement {
  #statement;
  constructor(statement) {
    this.#statement = statement;
  }
  get reader() {
    return this.#statement.columns().length > 0;
  }
  all(parameters = []) {
    return withCodes(() => this.#statement.all(...parameters.map(asValue)).map(asRow));
  }
  run(parameters = []) {
    return withCodes(() => this.#statement.run(...parameters.map(asValue)));
  }
  *iterate(parameters = []) {
    for (const row of this.#statement.iterate(...parameters.map(asValue))) yield asRow(row);
  }
}

function asValue(value) {
  return value === undefined ? null : value;
}

/** better-sqlite3 gives Buffers and plain objects. */
function asRow(row) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value) : value]),
  );
}

// biome-ignore lint/style/noDefaultExport: what stands in for a package exports as it does -- Kysely's dialect is handed this
export default class Database {
  #db;
  constructor(location) {
    this.#db = new DatabaseSync(location);
  }
  prepare(sql) {
    return new Statement(withCodes(() => this.#db.prepare(sql)));
  }
  pragma(text) {
    this.#db.exec(`PRAGMA ${text}`);
  }
  close() {
    if (this.#db.isOpen) this.#db.close();
  }
}
