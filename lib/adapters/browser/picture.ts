/** Twice the 72 px of a card, for dense screens. */
const edgePx = 144;
const maxBytes = 5 * 1024 * 1024;

/**
 * A square thumbnail as a `data:` address, or null when the bytes are no picture this browser can
 * read. Re-encoding drops metadata and anything hidden in the file.
 */
export async function shrinkPicture(bytes: Uint8Array, contentType: string): Promise<string | null> {
  if (!/^image\/(?:png|jpe?g|webp|gif|avif)\b/.test(contentType) || bytes.byteLength > maxBytes) return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: contentType }));
  } catch {
    return null; // Not a picture after all: the drawn placeholder is shown.
  }
  const edge = Math.min(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(edgePx, edgePx);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const left = (bitmap.width - edge) / 2;
  const top = (bitmap.height - edge) / 2;
  context.drawImage(bitmap, left, top, edge, edge, 0, 0, edgePx, edgePx);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
  return toDataUrl(new Uint8Array(await blob.arrayBuffer()), blob.type);
}

function toDataUrl(bytes: Uint8Array, type: string): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${type};base64,${btoa(binary)}`;
}
