import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RelaisError } from '../../../lib/domain/errors.ts';

export type IncomingAnswer = IncomingMessage;

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const;

/** The body, decoded, as it comes: one that is endless, or that inflates endlessly, costs `maxBytes` and no more. */
export async function readBody(answer: IncomingAnswer, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new RelaisError('too_large', `the answer is over ${maxBytes} bytes`);
  if (Number(answer.headers['content-length']) > maxBytes) {
    answer.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded(answer)) {
    length += (chunk as Buffer).byteLength;
    if (length > maxBytes) {
      answer.destroy();
      throw tooLarge();
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function decoded(answer: IncomingAnswer): Readable {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? '';
  const create = decoders[encoding as keyof typeof decoders];
  if (create === undefined) return answer;
  // What goes wrong on either side ends the reading of the decoder with that error.
  return pipeline(answer, create(), () => undefined);
}
