// A real AT Protocol server on 127.0.0.1, run as a process of its own: `node at-protocol.mjs` prints its address.
// The identity directory beside it is ours: it keeps signed operations and serves them with the protocol's own
// library, which is all that a server asks of one.
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secp256k1Keypair } from '@atproto/crypto';
import { envToCfg, envToSecrets, PDS } from '@atproto/pds';
import plc from '@did-plc/lib';

// The server listens on every interface when it is given a port alone.
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port === 'number' && typeof rest[0] !== 'string') rest.unshift('127.0.0.1');
  return listen.call(this, port, ...rest);
};

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The last operation of each identity, by DID. */
const operations = new Map();

const directory = createServer((request, response) => {
  const [did = '', part] = decodeURIComponent(request.url ?? '')
    .slice(1)
    .split('/');
  if (request.method === 'POST') {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      operations.set(did, JSON.parse(Buffer.concat(chunks).toString()));
      response.end('{}');
    });
    return;
  }
  const operation = operations.get(did);
  if (operation === undefined) return void response.writeHead(404).end('{"message":"DID not registered"}');
  const data = plc.opToData(did, operation);
  const body = part === 'data' ? data : part === 'log' ? [operation] : plc.formatDidDoc(data);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
await new Promise((resolve) => directory.listen(0, '127.0.0.1', resolve));

const folder = await mkdtemp(join(tmpdir(), 'relais-pds-'));
await mkdir(join(folder, 'blobs'));
const key = await Secp256k1Keypair.create({ exportable: true });
const port = await freePort();
const settings = {
  devMode: true,
  hostname: 'localhost',
  port,
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  didPlcUrl: `http://127.0.0.1:${directory.address().port}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  bskyAppViewUrl: 'http://127.0.0.1:1',
  bskyAppViewDid: 'did:example:none',
  crawlers: [],
  adminPassword: randomBytes(16).toString('hex'),
  jwtSecret: randomBytes(16).toString('hex'),
  dpopSecret: randomBytes(32).toString('hex'),
  plcRotationKeyK256PrivateKeyHex: Buffer.from(await key.export()).toString('hex'),
  disableSsrfProtection: true,
  ...JSON.parse(process.argv[2] ?? '{}'),
};
const pds = await PDS.create(envToCfg(settings), envToSecrets(settings));
await pds.start();
console.log(JSON.stringify({ url: `http://localhost:${port}` }));

async function stop() {
  await pds.destroy();
  directory.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}
process.on('SIGTERM', stop);
process.stdin.on('end', stop).resume();
