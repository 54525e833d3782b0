/**
 * Which legacy encoding bytes are in, when nothing says so or what says so cannot be true. Two kinds
 * of text are told apart first: western ones, in which accented letters stand alone among ASCII
 * ones, and the scripts in which words are nothing but high bytes. Each candidate is then decoded and
 * measured by how many of its letters are the everyday ones of its languages, which a wrong reading
 * hits only by chance. What the document says of its language outweighs a close result.
 */
export function sniffEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const language = languageIn(sample);
  return sniffScript(sample, language) ?? sniffWestern(sample, language);
}

/** An encoding of a script of its own (Cyrillic, Japanese, …) when the bytes clearly are in one, else null. */
export function sniffScript(bytes: Uint8Array, language = languageIn(bytes)): string | null {
  const sample = sampleOf(bytes);
  if (!isMostlyHigh(sample)) return null;
  let best: { label: string; score: number } | null = null;
  for (const candidate of scripts) {
    const score = scoreOf(candidate, sample) * (candidate.languages.includes(language ?? '') ? 1.5 : 1);
    if (score >= leastScore && (best === null || score > best.score)) best = { label: candidate.label, score };
  }
  return best?.label ?? null;
}

type Script = {
  label: string;
  /** Everyday letters of the script; lower case where there is one, because a wrong table swaps the cases. */
  common: string;
  /** The share of them in an ordinary text. */
  usual: number;
  languages: string[];
};

const cyrillic = 'оеаинтсрвлкмдпуя';
const scripts: readonly Script[] = [
  { label: 'windows-1251', common: cyrillic, usual: 0.8, languages: ['ru', 'uk', 'bg', 'be', 'sr', 'mk'] },
  { label: 'koi8-r', common: cyrillic, usual: 0.8, languages: ['ru'] },
  { label: 'iso-8859-5', common: cyrillic, usual: 0.8, languages: ['ru', 'bg', 'sr'] },
  { label: 'windows-1253', common: 'αοιετσνηυρπκμλωάίόέή', usual: 0.85, languages: ['el'] },
  { label: 'windows-1255', common: 'יוהלאמתרנשבםדחעקפטג', usual: 0.85, languages: ['he', 'iw', 'yi'] },
  { label: 'windows-1256', common: 'اليمونترببعدسفهكقةحجأ', usual: 0.85, languages: ['ar', 'fa', 'ur'] },
  { label: 'iso-8859-6', common: 'اليمونترببعدسفهكقةحجأ', usual: 0.85, languages: ['ar'] },
  {
    label: 'shift_jis',
    common: 'のにはをたがでとしてれさるいなもっこまりんスンーリトル、。',
    usual: 0.45,
    languages: ['ja'],
  },
  {
    label: 'euc-jp',
    common: 'のにはをたがでとしてれさるいなもっこまりんスンーリトル、。',
    usual: 0.45,
    languages: ['ja'],
  },
  {
    label: 'gb18030',
    common: '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年，。新公司',
    usual: 0.28,
    languages: ['zh', 'zh-cn', 'zh-hans'],
  },
  {
    label: 'big5',
    common: '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年，。新公司',
    usual: 0.28,
    languages: ['zh', 'zh-tw', 'zh-hk', 'zh-hant'],
  },
  {
    label: 'euc-kr',
    common: '이다는에의을가하고를지로한은사기서인자도대일그리시어해스제정수나',
    usual: 0.4,
    languages: ['ko'],
  },
];

const leastScore = 0.4;

/** The share of everyday letters among the letters beyond ASCII, in units of an ordinary text of that script. */
function scoreOf({ label, common, usual }: Script, bytes: Uint8Array): number {
  const text = new TextDecoder(label).decode(bytes);
  let high = 0;
  let hits = 0;
  let wrong = 0;
  for (const sign of text) {
    if (sign < '\u0080') continue;
    high += 1;
    // Half-width kana is what Shift_JIS makes of any other text.
    if (sign === '\uFFFD' || (sign >= '\uFF61' && sign <= '\uFF9F') || sign < '\u00A0') wrong += 1;
    else if (common.includes(sign)) hits += 1;
  }
  return high === 0 ? 0 : (hits - 2 * wrong) / high / usual;
}

/**
 * Whether high bytes stand in runs, as in scripts of their own, and not one by one among ASCII
 * letters. The second byte of Shift_JIS, Big5 and GB18030 may be ASCII, but mostly it is not.
 */
function isMostlyHigh(bytes: Uint8Array): boolean {
  let inRuns = 0;
  let alone = 0;
  for (let index = 0; index < bytes.length; ) {
    if (!isHigh(bytes[index])) {
      index += 1;
      continue;
    }
    const start = index;
    while (isHigh(bytes[index])) index += 1;
    if (index - start >= 3) inRuns += index - start;
    else alone += index - start;
  }
  return inRuns > alone;
}

function isHigh(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80;
}

const central = ['cs', 'sk', 'pl', 'hu', 'sl', 'hr', 'bs', 'ro', 'sq'];

/** Windows-1252 unless the letters only make sense in one of its sisters. */
function sniffWestern(bytes: Uint8Array, language: string | null): string {
  const primary = language?.split('-')[0] ?? '';
  if (central.includes(primary)) return isIso(bytes) ? 'iso-8859-2' : 'windows-1250';
  if (['tr', 'az'].includes(primary)) return 'windows-1254';
  if (['lt', 'lv', 'et'].includes(primary)) return 'windows-1257';
  if (primary === 'vi') return 'windows-1258';
  const text = new TextDecoder('windows-1252').decode(bytes);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  // ı, ş and ğ are everywhere in Turkish; Icelandic, which has ý, þ and ð there, has æ, á or ú with them.
  if (count(/[ýþð]/g) > 0 && count(/[áúæíóÁÚÆÍÓ]/g) === 0) return 'windows-1254';
  // Polish ł, ą and ż, and Czech ě and ř, fall on signs or on letters that no western language has together.
  const isCentral = count(/[a-z][³¹¿][a-z]?|\b[³¹¿][a-z]/g) > 0 || (count(/ø/g) > 0 && count(/[ìè]/g) > 0);
  if (isCentral) return 'windows-1250';
  // Latin-9 has œ and the euro sign where Latin-1 has ½ and ¤.
  if (isIso(bytes) && count(/[a-z]½[a-z]|\d\s?¤|¤\s?\d/g) > 0) return 'iso-8859-15';
  return 'windows-1252';
}

/** The bytes from 0x80 to 0x9F are letters and quotes in Windows text and nothing in that of ISO. */
function isIso(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
}

function languageIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192));
  const named = /<(?:[\w.-]+:)?language>\s*([a-z-]{2,10})|\sxml:lang\s*=\s*["']([a-z-]{2,10})/i.exec(head);
  return (named?.[1] ?? named?.[2])?.toLowerCase() ?? null;
}

const sampleLength = 65_536;

/** From where the first byte beyond ASCII stands: the head of a document is often ASCII alone. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleLength) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first - 1024), Math.max(0, first - 1024) + sampleLength);
}
