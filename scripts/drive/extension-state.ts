import type { Surface } from './surface.ts';

/** What lies in the extension's own database and how its background answers, seen from one of its pages. */

/** Every row of a table, read with bare IndexedDB: the driver must not depend on what it checks. */
export function readTable<Row>(page: Surface, table: string): Promise<Row[]> {
  return page.evaluate(
    (name: string) =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('relais');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}

/** Sends a command as a page of the extension does; rejects with the coded error as text. */
export async function command<Value>(
  page: Surface,
  name: string,
  input: Record<string, never> | object,
): Promise<Value> {
  const answer = await page.evaluate(
    async (relais: string, json: string) => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
      const { runtime } = scope.browser ?? scope.chrome;
      return JSON.stringify(await runtime.sendMessage({ relais, input: JSON.parse(json) }));
    },
    name,
    JSON.stringify(input),
  );
  const parsed = JSON.parse(answer) as
    | { ok: true; value: Value }
    | { ok: false; error: { code: string; message: string } };
  if (!parsed.ok) throw new Error(`${name}: ${parsed.error.code}: ${parsed.error.message}`);
  return parsed.value;
}
