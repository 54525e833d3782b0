import { describe, expect, it } from 'vitest';
import { charsetOf, decodeText } from './decode-text.ts';

const before = '<rss version="2.0"><channel><title>x</title><item><title>';
const after = '</title></item></channel></rss>';

/** A decoder of single bytes turned round. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
  return (text) => Uint8Array.from(text, (char) => table.get(char) ?? 0x3f);
}

const french = 'L’été dernier, l’usine a fêté ses « vingt ans » à Besançon';
const russian = 'Завод открыт в среду, директор поздравил сотрудников';

const singleByte: [string, string][] = [
  ['windows-1252', french],
  ['windows-1252', 'Die Straße führt über München nach Süden'],
  ['windows-1252', 'Þetta er ný verksmiðja á Íslandi'],
  ['iso-8859-15', "Le cœur de l'usine, déjà à 5 €"],
  ['windows-1250', 'Zażółć gęślą jaźń, łódź płynie'],
  ['windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['iso-8859-5', russian],
  ['windows-1253', 'Η νέα μονάδα παραγωγής άνοιξε στη Θεσσαλονίκη'],
  ['windows-1254', 'Yeni fabrikamız İstanbul’da açıldı, çok güzel bir gün'],
  ['windows-1255', 'המפעל החדש נפתח היום בחיפה'],
  ['windows-1256', 'افتتاح المصنع الجديد في الدار البيضاء يوم الاثنين'],
];

/** The title in its bytes: a table of single bytes cannot write these. */
const multiByte: [string, string, string][] = [
  [
    'shift_jis',
    '新しい工場が大阪で開業しました。見学をお待ちしています。',
    '905682b582a28d488fea82aa91e58de382c58a4a8bc682b582dc82b582bd81428ca98a7782f082a891d282bf82b582c482a282dc82b78142',
  ],
  [
    'euc-jp',
    '新しい工場が大阪で開業しました。見学をお待ちしています。',
    'bfb7a4b7a4a4b9a9beeca4acc2e7bae5a4c7b3abb6c8a4b7a4dea4b7a4bfa1a3b8abb3d8a4f2a4aac2d4a4c1a4b7a4c6a4a4a4dea4b9a1a3',
  ],
  [
    'gb18030',
    '我们的新工厂在上海开业了，欢迎大家来参观公司',
    'ced2c3c7b5c4d0c2b9a4b3a7d4dac9cfbaa3bfaad2b5c1cba3acbbb6d3adb4f3bcd2c0b4b2ceb9dbb9abcbbe',
  ],
  [
    'big5',
    '我們的新工廠在台北開業了，歡迎大家來參觀公司',
    'a7daadccaabab773a475bc74a662a578a55fb67db77ea446a141c577aaefa46aae61a8d3b0d1c65ba4bda571',
  ],
  [
    'euc-kr',
    '새 공장이 부산에서 문을 열었습니다. 견학을 환영합니다.',
    'bbf520b0f8c0e5c0cc20bacebbeabfa1bcad20b9aec0bb20bfadbefabdc0b4cfb4d92e20b0dfc7d0c0bb20c8afbfb5c7d5b4cfb4d92e',
  ],
];

const documents: [string, string, Uint8Array][] = [
  ...singleByte.map(([label, title]): [string, string, Uint8Array] => [
    label,
    title,
    encoderOf(label)(before + title + after),
  ]),
  ...multiByte.map(([label, title, hex]): [string, string, Uint8Array] => [
    label,
    title,
    Buffer.concat([Buffer.from(before), Buffer.from(hex, 'hex'), Buffer.from(after)]),
  ]),
];

describe('decodeText', () => {
  it.each(documents)('recognises %s without a label: %s', (_, title, bytes) => {
    expect(decodeText(bytes, null)).toBe(before + title + after);
  });

  it.each(documents)('reads %s by its HTTP header: %s', (label, title, bytes) => {
    expect(decodeText(bytes, `text/xml; charset=${label}`)).toBe(before + title + after);
  });

  it.each(documents)('is not misled when %s is called UTF-8: %s', (_, title, bytes) => {
    expect(decodeText(bytes, 'text/xml; charset=utf-8')).toBe(before + title + after);
  });

  it('believes a declaration more than the Latin-1 that servers stamp on everything', () => {
    const text = `<?xml version="1.0" encoding="windows-1250"?>${before}Nová továrna v Brně${after}`;
    expect(decodeText(encoderOf('windows-1250')(text), 'text/xml; charset=ISO-8859-1')).toBe(text);
  });

  it('does not believe in Latin-1 when the words are all Cyrillic', () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?>${before}${russian}${after}`;
    expect(decodeText(encoderOf('windows-1251')(text), null)).toBe(text);
  });

  it('passes over a double-byte label that the bytes contradict', () => {
    const text = `<?xml version="1.0" encoding="euc-jp"?>${before}${french}${after}`;
    expect(decodeText(encoderOf('windows-1252')(text), null)).toBe(text);
  });

  it('takes what the document says of its language into account', () => {
    const text = '<rss version="2.0"><channel><language>tr</language><title>Çalışma</title></channel></rss>';
    expect(decodeText(encoderOf('windows-1254')(text), null)).toBe(text);
    const czech = '<feed xml:lang="cs"><title>Zpráva o čem</title></feed>';
    expect(decodeText(encoderOf('windows-1250')(czech), null)).toBe(czech);
  });

  it.each(['cp1251', 'CP-1251', 'win-1251', 'x-cp1251', 'windows_1251'])('knows %s', (label) => {
    expect(decodeText(encoderOf('windows-1251')('<a>Завод</a>'), `text/xml; charset=${label}`)).toBe('<a>Завод</a>');
  });

  it.each([
    ['UTF-16LE', Buffer.from('\n<a>é</a>', 'utf16le')],
    ['UTF-16BE', Buffer.from('\n<a>é</a>', 'utf16le').swap16()],
    ['UTF-16LE with a mark', Buffer.from('\uFEFF\n<a>é</a>', 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from('\uFEFF\n<a>é</a>', 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from('\uFEFF\n<a>é</a>')],
    ['UTF-32LE with a mark', wide('\uFEFF\n<a>é</a>', true)],
    ['UTF-32BE with a mark', wide('\uFEFF\n<a>é</a>', false)],
    ['UTF-32BE', wide('\n<a>é</a>', false)],
  ])('reads %s whatever the label says', (_, bytes) => {
    expect(decodeText(bytes, 'text/xml; charset=koi8-r')).toBe('\n<a>é</a>');
  });

  it('keeps UTF-8 with one bad byte', () => {
    const bytes = Buffer.concat([Buffer.from('<a>été, où, '), Buffer.of(0xe9), Buffer.from(' ç</a>')]);
    expect(decodeText(bytes, 'text/xml; charset=utf-8')).toBe('<a>été, où, \uFFFD ç</a>');
  });

  it('decodes whatever bytes there are', () => {
    for (let length = 0; length < 8; length += 1) {
      for (const byte of [0, 0x3c, 0x80, 0xfe, 0xff]) {
        expect(typeof decodeText(new Uint8Array(length).fill(byte), 'a/b; charset=utf-32')).toBe('string');
      }
    }
  });
});

describe('charsetOf', () => {
  it.each([
    ['text/xml; charset=utf-8', 'utf-8'],
    ['text/xml;charset="windows-1251"', 'windows-1251'],
    ["text/xml; charset='koi8-r'; x=y", 'koi8-r'],
    ['text/html; Charset: gbk', 'gbk'],
    ['text/xml', null],
    [null, null],
  ])('%s', (contentType, charset) => {
    expect(charsetOf(contentType)).toBe(charset);
  });
});

function wide(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 4));
  for (let index = 0; index < text.length; index += 1) view.setUint32(index * 4, text.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
}
