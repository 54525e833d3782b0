import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'validate-feed.ts');
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function run(target: string, cwd = join(import.meta.dirname, '..')): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, target], { cwd: '/', env: { ...process.env, INIT_CWD: cwd } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

async function serve(body: string, headers: Record<string, string>): Promise<string> {
  const server = createServer((_, response) => response.writeHead(200, headers).end(body)).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
}

describe('validate-feed', () => {
  it('accepts a file, where npm was called from', async () => {
    const { code, output } = await run('example-feed.json', join(import.meta.dirname, '../docs'));
    expect(output).toContain('Relais reads “Maison Lumen”');
    expect(output).toMatch(/0 errors, \d warnings?\.|0 errors, 0 warnings\./);
    expect(code).toBe(0);
  });

  it('reads an address, says what its answer lacks, and exits 1 on errors', async () => {
    const url = await serve('{"version":"https://jsonfeed.org/version/1.1","items":[]}', {
      'content-type': 'application/json',
    });
    const { code, output } = await run(url);
    expect(output).toContain('Access-Control-Allow-Origin');
    expect(output).toContain('“ETag”');
    expect(output).toContain('$.title');
    expect(code).toBe(1);
  });

  it.each([
    ['a file that is not there', 'nowhere.json', 'there is no such file'],
    ['a host that does not answer', 'http://127.0.0.1:1/feed', 'could not be read'],
  ])('exits 2 for %s', async (_, target, words) => {
    const { code, output } = await run(target);
    expect(output).toContain(words);
    expect(code).toBe(2);
  });
});
