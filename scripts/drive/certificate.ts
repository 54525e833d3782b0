import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** DER: a tag, the length, the content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const subjectAltNameOid = der(0x06, Buffer.from('551d11', 'hex'));
const commonNameOid = der(0x06, Buffer.from('550403', 'hex'));

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}

/**
 * A self-signed certificate for the stage's own hosts (X.509 v3, RFC 5280), made anew for each run
 * so that no key is ever kept in the repository. Node signs but does not encode certificates, and
 * asking for the `openssl` command would be one more thing to install.
 */
export function createCertificate(hosts: string[], now = new Date()): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = randomBytes(8);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  const name = sequence(der(0x31, sequence(commonNameOid, der(0x0c, Buffer.from('Relais test stage')))));
  const names = hosts.map((host) => der(0x82, Buffer.from(host, 'ascii')));
  const extensions = der(0xa3, sequence(sequence(subjectAltNameOid, der(0x04, sequence(...names)))));
  const unsigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(now.getTime() - 86_400_000)), utcTime(new Date(now.getTime() + 30 * 86_400_000))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', unsigned, privateKey));
  const base64 = sequence(unsigned, ecdsaWithSha256, signature).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
