import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../lib/domain/errors.ts';
import { makePicture } from './make-picture.ts';

function aPicture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#b93a0b' } });
}

const refusal = (bytes: Uint8Array) => makePicture(bytes).then(() => 'made', codeOf);

describe('makePicture', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('makes two sizes of a %s', async (format) => {
    const { large, small } = await makePicture(await aPicture(1600, 900).toFormat(format).toBuffer());
    expect([large.width, large.height, small?.width, small?.height]).toEqual([1200, 675, 320, 180]);
    expect((await sharp(large.bytes).metadata()).format).toBe('webp');
    expect((await sharp(small?.bytes).metadata()).format).toBe('webp');
  });

  it('never enlarges, and makes one size of a small one', async () => {
    const { large, small } = await makePicture(await aPicture(200, 100).png().toBuffer());
    expect([large.width, large.height, small]).toEqual([200, 100, null]);
  });

  it('turns a photograph upright, and forgets where it was taken and by what', async () => {
    const photograph = await aPicture(400, 200)
      .jpeg()
      .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '50/1 41/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { large } = await makePicture(photograph);
    expect([large.width, large.height]).toEqual([200, 400]);
    const { exif, icc, xmp } = await sharp(large.bytes).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
  });

  it('takes the first frame of an animation', async () => {
    const frames = await sharp([await aPicture(64, 64).png().toBuffer(), await aPicture(64, 64).png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer();
    const { large } = await makePicture(frames);
    expect([large.height, (await sharp(large.bytes).metadata()).pages]).toEqual([64, undefined]);
  });

  it.each([
    ['a page', async () => Buffer.from('<!doctype html><title>Not found</title>')],
    ['a drawing that could carry scripts', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', async () => Buffer.alloc(0)],
    ['a header and no picture', async () => (await aPicture(400, 400).png().toBuffer()).subarray(0, 60)],
    ['a picture that is cut short', async () => (await aPicture(400, 400).jpeg().toBuffer()).subarray(0, 700)],
    ['a pixel that counts readers', async () => aPicture(1, 1).gif().toBuffer()],
    ['a small file of many pixels', async () => aPicture(7000, 7000).png().toBuffer()],
  ])('refuses %s', async (_, make) => expect(await refusal(await make())).toBe('rejected'));
});
