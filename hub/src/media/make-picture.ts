import { RelaisError } from '../../../lib/domain/errors.ts';
import { pictureMaxPixels, readPictureHeader } from '../../../lib/domain/pictures/picture-header.ts';

/** A WebP without metadata. */
export type Rendition = { bytes: Uint8Array; width: number; height: number };

/** `small` is null when the picture itself is. */
export type Picture = { large: Rendition; small: Rendition | null };

const largeEdge = 1200;
const smallEdge = 320;
/** Below, it is an icon or a pixel that counts readers. */
const leastEdge = 32;
const decodeTimeoutS = 15;

/**
 * A picture from the web, made safe to hand on: decoded by what it is and not by what it is called,
 * turned upright, downscaled to fit in a square, written anew without anything else that was in the file.
 * An animation is its first frame.
 * @throws `rejected` when the bytes are no picture worth showing.
 */
export async function makePicture(bytes: Uint8Array): Promise<Picture> {
  if (readPictureHeader(bytes) === null) throw new RelaisError('rejected', 'not a PNG, JPEG, GIF, WebP or AVIF');
  // Loaded when the first picture comes: a hub without sources never needs it.
  const { default: sharp } = await import('sharp');
  const render = async (edge: number): Promise<Rendition> => {
    const { data, info } = await sharp(bytes, { limitInputPixels: pictureMaxPixels, failOn: 'error' })
      .timeout({ seconds: decodeTimeoutS })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  };
  try {
    const large = await render(largeEdge);
    if (Math.min(large.width, large.height) < leastEdge) throw new RelaisError('rejected', 'smaller than a picture');
    const isSmall = Math.max(large.width, large.height) <= smallEdge;
    return { large, small: isSmall ? null : await render(smallEdge) };
  } catch (error) {
    if (error instanceof RelaisError) throw error;
    throw new RelaisError('rejected', 'the picture is damaged, or too large to decode', { cause: error });
  }
}
