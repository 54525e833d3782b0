/** What a picture file says of itself before anybody decodes it; a size that it does not say is null. */
export type PictureHeader = {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';
  width: number | null;
  height: number | null;
};

/** Past these, a picture is refused: it would cost more memory than a thumbnail is worth. */
export const pictureMaxBytes = 5 * 1024 * 1024;
export const pictureMaxPixels = 40_000_000;

/**
 * The format of a picture by its first bytes, whatever it is called, and its size. Null for anything
 * else, SVG among it: a drawing is a document that can carry scripts and addresses.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { type, matches, size } of formats) {
    if (!matches(bytes)) continue;
    try {
      return { type, ...(size(view, bytes) ?? unknownSize) };
    } catch (error) {
      // Cut within its header: of this format all the same, of a size nobody knows.
      if (error instanceof RangeError) return { type, ...unknownSize };
      throw error;
    }
  }
  return null;
}

type Size = { width: number; height: number };
type Format = {
  type: PictureHeader['type'];
  matches: (bytes: Uint8Array) => boolean;
  size: (view: DataView, bytes: Uint8Array) => Size | null;
};

const unknownSize = { width: null, height: null };

const formats: Format[] = [
  {
    type: 'image/png',
    matches: (bytes) => spells(bytes, 0, '\x89PNG\r\n\x1a\n'),
    size: (view, bytes) =>
      spells(bytes, 12, 'IHDR') ? { width: view.getUint32(16), height: view.getUint32(20) } : null,
  },
  { type: 'image/jpeg', matches: (bytes) => spells(bytes, 0, '\xff\xd8\xff'), size: jpegSize },
  {
    type: 'image/gif',
    matches: (bytes) => spells(bytes, 0, 'GIF87a') || spells(bytes, 0, 'GIF89a'),
    size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  { type: 'image/webp', matches: (bytes) => spells(bytes, 0, 'RIFF') && spells(bytes, 8, 'WEBP'), size: webpSize },
  { type: 'image/avif', matches: isAvif, size: avifSize },
];

function spells(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** The first start of frame (ITU T.81, B.1.1.3): C0 to CF but for the tables DHT, JPG and DAC. */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // A fill byte.
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}

/** RFC 9649: a lossy, a lossless or an extended first chunk. */
function webpSize(view: DataView, bytes: Uint8Array): Size | null {
  if (spells(bytes, 12, 'VP8 ')) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (spells(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  if (!spells(bytes, 12, 'VP8X')) return null;
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return { width: 1 + uint24(24), height: 1 + uint24(27) };
}

/** A file type box (ISO/IEC 14496-12, 4.3) that names AVIF among its brands. */
function isAvif(bytes: Uint8Array): boolean {
  if (!spells(bytes, 4, 'ftyp')) return false;
  for (let at = 8; at < Math.min(bytes[3] ?? 0, bytes.byteLength); at += 4) {
    if (spells(bytes, at, 'avif') || spells(bytes, at, 'avis')) return true;
  }
  return false;
}

/** The largest of its image spatial extents (ISO/IEC 23008-12, 6.5.3), which stand near its beginning. */
function avifSize(view: DataView, bytes: Uint8Array): Size | null {
  let largest: Size | null = null;
  const end = Math.min(bytes.byteLength, 65_536);
  for (let at = 12; at + 16 <= end; at += 1) {
    if (!spells(bytes, at, 'ispe')) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
