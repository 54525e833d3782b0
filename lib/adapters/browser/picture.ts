import { pictureMaxBytes, pictureMaxPixels, readPictureHeader } from '../../domain/pictures/picture-header.ts';

/** Twice the 72 px of a card, for dense screens. */
const edgePx = 144;

/**
 * A square thumbnail, or null when the bytes are no picture within the limits. They are judged by what
 * they hold, never by what a server calls them; of an animation the first frame is kept. Re-encoding
 * drops metadata and anything hidden in the file.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<Blob | null> {
  const header = bytes.byteLength > pictureMaxBytes ? null : readPictureHeader(bytes);
  if (header === null || (header.width ?? 1) * (header.height ?? 1) > pictureMaxPixels) return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: header.type }));
  } catch {
    return null; // Not a picture after all: the drawn placeholder is shown.
  }
  try {
    const edge = Math.min(bitmap.width, bitmap.height);
    const context = new OffscreenCanvas(edgePx, edgePx).getContext('2d');
    if (context === null || bitmap.width * bitmap.height > pictureMaxPixels) return null;
    const left = (bitmap.width - edge) / 2;
    const top = (bitmap.height - edge) / 2;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, left, top, edge, edge, 0, 0, edgePx, edgePx);
    return await context.canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
  } finally {
    bitmap.close();
  }
}
