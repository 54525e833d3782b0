import { pictureMaxBytes, pictureMaxPixels, readPictureHeader } from '../../domain/pictures/picture-header.ts';

/** Twice the 72 px of a card, for dense screens. */
const edgePx = 144;

/** For a post: as wide as a network shows it, and within what Bluesky takes (1 MB), the least of them. */
const postEdgePx = 1600;
const postMaxBytes = 950_000;
const qualities = [0.86, 0.72, 0.55, 0.4];

/**
 * A square thumbnail, or null when the bytes are no picture within the limits. They are judged by what
 * they hold, never by what a server calls them; of an animation the first frame is kept. Re-encoding
 * drops metadata and anything hidden in the file.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<Blob | null> {
  const bitmap = await readBitmap(bytes);
  if (bitmap === null) return null;
  try {
    const edge = Math.min(bitmap.width, bitmap.height);
    const context = new OffscreenCanvas(edgePx, edgePx).getContext('2d');
    if (context === null) return null;
    const left = (bitmap.width - edge) / 2;
    const top = (bitmap.height - edge) / 2;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, left, top, edge, edge, 0, 0, edgePx, edgePx);
    return await context.canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
  } finally {
    bitmap.close();
  }
}

/** A picture for a post, whole and as small as every network takes it; null where `shrinkPicture` gives null. */
export async function fitPicture(bytes: Uint8Array): Promise<Blob | null> {
  const bitmap = await readBitmap(bytes);
  if (bitmap === null) return null;
  try {
    const scale = Math.min(1, postEdgePx / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    ];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) return null;
    // JPEG, which every server takes, has no transparency.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    for (const quality of qualities) {
      const blob = await context.canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= postMaxBytes) return blob;
    }
    return null;
  } finally {
    bitmap.close();
  }
}

/** Null when the bytes are no picture within the limits. */
async function readBitmap(bytes: Uint8Array): Promise<ImageBitmap | null> {
  const header = bytes.byteLength > pictureMaxBytes ? null : readPictureHeader(bytes);
  if (header === null || (header.width ?? 1) * (header.height ?? 1) > pictureMaxPixels) return null;
  try {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: header.type }));
    if (bitmap.width * bitmap.height <= pictureMaxPixels) return bitmap;
    bitmap.close();
  } catch {
    // Not a picture after all.
  }
  return null;
}
