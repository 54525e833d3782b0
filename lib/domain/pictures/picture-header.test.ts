import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPictureHeader } from './picture-header.ts';

const drawn = sharp({ create: { width: 300, height: 123, channels: 3, background: '#b93a0b' } });

describe('readPictureHeader', () => {
  it.each([
    ['image/png', () => drawn.clone().png().toBuffer()],
    ['image/jpeg', () => drawn.clone().jpeg().toBuffer()],
    [
      'image/jpeg',
      () =>
        drawn
          .clone()
          .jpeg({ progressive: true })
          .withExif({ IFD0: { Artist: 'x' } })
          .toBuffer(),
    ],
    ['image/gif', () => drawn.clone().gif().toBuffer()],
    ['image/webp', () => drawn.clone().webp().toBuffer()],
    ['image/webp', () => drawn.clone().webp({ lossless: true }).toBuffer()],
    [
      'image/webp',
      () =>
        drawn
          .clone()
          .ensureAlpha(0.5)
          .webp()
          .withExif({ IFD0: { Artist: 'x' } })
          .toBuffer(),
    ],
    ['image/avif', () => drawn.clone().avif({ effort: 0 }).toBuffer()],
  ] as const)('knows %s and its size, made by another hand', async (type, make) => {
    const bytes = await make();
    expect(readPictureHeader(bytes)).toEqual({ type, width: 300, height: 123 });
    // A view within a larger buffer, as a body read in chunks is.
    const within = new Uint8Array(bytes.byteLength + 7);
    within.set(bytes, 7);
    expect(readPictureHeader(within.subarray(7))).toEqual({ type, width: 300, height: 123 });
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
    ['an SVG with a declaration', '<?xml version="1.0"?><svg/>'],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['a bitmap of old', 'BM\0\0\0\0'],
    ['a video', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['nothing', ''],
  ])('takes %s for no picture', (_, text) => {
    expect(readPictureHeader(Buffer.from(text, 'latin1'))).toBeNull();
  });

  it('says no size of a picture that is cut within its header', async () => {
    const whole = await drawn.clone().png().toBuffer();
    expect(readPictureHeader(whole.subarray(0, 18))).toEqual({ type: 'image/png', width: null, height: null });
    const jpeg = await drawn.clone().jpeg().toBuffer();
    expect(readPictureHeader(jpeg.subarray(0, 30))).toEqual({ type: 'image/jpeg', width: null, height: null });
  });

  it('reads what a bomb claims to be', () => {
    const bytes = new Uint8Array(24);
    bytes.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    expect(readPictureHeader(bytes)).toMatchObject({ width: 60_000, height: 60_000 });
  });
});
