/** Small drawing tools for the sample company's pictures. Every function answers SVG; y grows downwards. */

export const width = 1200;
export const height = 630;

export const ink = {
  night: '#171b33',
  deep: '#222a4d',
  blue: '#33406f',
  slate: '#5d6b9a',
  mist: '#b9c3df',
  violet: '#4a3fb0',
  lilac: '#c9c4f2',
  teal: '#0b6e66',
  sea: '#2f9a8f',
  mint: '#a7d8d2',
  brick: '#8f2f0c',
  accent: '#b93a0b',
  orange: '#e2703a',
  peach: '#f3b48f',
  sand: '#fbe3cd',
  paper: '#fbf6ec',
  amber: '#f7b84b',
  glow: '#ffe2a3',
  leaf: '#3f8a58',
  black: '#10131f',
  skins: ['#f1c6a4', '#c98d63', '#8a5a3c', '#e8b48c', '#6b442e', '#f5d3b8'],
} as const;

/** The same numbers at each run, so that a picture only changes when its drawing does. */
export function createDice(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}

export type Stop = [offset: number, colour: string, opacity?: number];

function stops(list: Stop[]): string {
  return list
    .map(([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('');
}

/** A gradient, from top to bottom unless told otherwise. */
export function gradient(id: string, list: Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string {
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`;
}

export function radial(id: string, list: Stop[]): string {
  return `<radialGradient id="${id}">${stops(list)}</radialGradient>`;
}

/** A finished picture. `glow`, `cone` and `soft` are there for every scene. */
export function picture(defs: string, ...layers: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>
${radial('glow', [
  [0, ink.glow, 0.95],
  [0.35, ink.amber, 0.4],
  [1, ink.amber, 0],
])}
${radial('halo', [
  [0, '#fff', 0.55],
  [1, '#fff', 0],
])}
${gradient('cone', [
  [0, ink.glow, 0.75],
  [1, ink.amber, 0],
])}
<filter id="soft" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="faint" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="5"/></filter>
${defs}</defs>${layers.join('\n')}</svg>`;
}

export function fill(paint: string): string {
  return rect(0, 0, width, height, paint);
}

export function rect(x: number, y: number, w: number, h: number, paint: string, radius = 0, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${paint}" ${more}/>`;
}

export function circle(x: number, y: number, r: number, paint: string, more = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${paint}" ${more}/>`;
}

export function shape(d: string, paint: string, more = ''): string {
  return `<path d="${d}" fill="${paint}" ${more}/>`;
}

export function line(d: string, paint: string, thickness: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${paint}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export function group(more: string, ...layers: string[]): string {
  return `<g ${more}>${layers.join('')}</g>`;
}

export function glow(x: number, y: number, r: number): string {
  return circle(x, y, r, 'url(#glow)');
}

export function stars(seed: number, count: number, bottom: number, paint = '#fff'): string {
  const dice = createDice(seed);
  return Array.from({ length: count }, () => {
    const size = dice() ** 3 * 2.6 + 0.9;
    return circle(
      Math.round(dice() * width),
      Math.round(dice() ** 1.3 * bottom),
      size,
      paint,
      `opacity="${(0.35 + dice() * 0.6).toFixed(2)}"`,
    );
  }).join('');
}

/** A street lamp standing at `y`; `side` 1 bends to the right. */
export function lamp(
  x: number,
  y: number,
  tall: number,
  {
    side = 1,
    paint = ink.black,
    on = true,
    reach = 0.55,
  }: { side?: 1 | -1; paint?: string; on?: boolean; reach?: number } = {},
): string {
  const top = y - tall;
  const headX = x + side * tall * 0.22;
  const headY = top + tall * 0.045;
  const thick = Math.max(4, tall * 0.022);
  const spread = tall * reach;
  const light = on
    ? shape(
        `M${headX - 14} ${headY} L${headX + 14} ${headY} L${headX + spread} ${y} L${headX - spread} ${y} Z`,
        'url(#cone)',
      ) +
      `<ellipse cx="${headX}" cy="${y}" rx="${spread}" ry="${spread * 0.12}" fill="${ink.glow}" opacity="0.35"/>` +
      glow(headX, headY, tall * 0.3)
    : '';
  return (
    light +
    line(`M${x} ${y} L${x} ${top + tall * 0.14} Q${x} ${top} ${x + side * tall * 0.13} ${top}`, paint, thick) +
    rect(x - thick * 1.1, y - tall * 0.09, thick * 2.2, tall * 0.09, paint, 2) +
    shape(
      `M${x + side * tall * 0.12} ${top - thick * 0.6} L${x + side * tall * 0.3} ${top + thick * 0.4} Q${x + side * tall * 0.32} ${headY + 2} ${x + side * tall * 0.3} ${headY + 2} L${x + side * tall * 0.14} ${headY} Z`,
      paint,
    ) +
    (on ? rect(Math.min(headX - tall * 0.06, headX + tall * 0.06), headY - 1, tall * 0.12, 5, ink.glow, 2) : '')
  );
}

/** A lamp hanging from the ceiling, as in a workshop. */
export function pendant(
  x: number,
  y: number,
  size: number,
  paint: string,
  spread: number,
  floor: number,
  from = 0,
): string {
  return (
    shape(
      `M${x - size * 0.8} ${y} L${x + size * 0.8} ${y} L${x + spread} ${floor} L${x - spread} ${floor} Z`,
      'url(#cone)',
    ) +
    line(`M${x} ${from} L${x} ${y - size}`, paint, 4) +
    shape(
      `M${x - size * 0.25} ${y - size} L${x + size * 0.25} ${y - size} L${x + size} ${y} L${x - size} ${y} Z`,
      paint,
    ) +
    `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.16}" fill="${ink.glow}"/>`
  );
}

export type Person = {
  coat: string;
  skin?: string;
  hair?: string;
  trousers?: string;
  arms?: string;
  bun?: boolean;
  helmet?: string;
};

/** Someone standing with the feet at `y`. `arms` is a path in hundredths of the height, from the neck's foot. */
export function person(
  x: number,
  y: number,
  tall: number,
  { coat, skin = ink.skins[0], hair = ink.black, trousers = ink.deep, arms, bun = false, helmet }: Person,
): string {
  const limbs = arms ?? 'M-11 4 Q-17 22 -13 36 M11 4 Q17 22 13 36';
  const hands = limbs
    .split('M')
    .slice(1)
    .map((limb) => limb.trim().split(' ').slice(-2).map(Number));
  // Sleeves a shade darker than the coat, or coat and arms would run into one blot.
  const isSilhouette = coat === skin;
  return group(
    `transform="translate(${x} ${y}) scale(${tall / 100}) translate(0 -78)"`,
    rect(-10, 40, 8, 38, trousers, 3),
    rect(2, 40, 8, 38, trousers, 3),
    shape('M-8 -1 Q-12 0 -12 7 L-13 47 Q0 51 13 47 L12 7 Q12 0 8 -1 Z', coat),
    ...hands.map(([handX = 0, handY = 0]) => circle(handX, handY + 2, 3.6, skin)),
    line(limbs, coat, 6.5),
    isSilhouette ? '' : line(limbs, ink.black, 6.5, 'opacity="0.13"'),
    rect(-3, -7, 6, 8, skin, 2),
    circle(0, -13, 8.6, skin),
    shape('M-9 -13 Q-10 -23 0 -23 Q10 -23 9 -13 Q6 -18 0 -18 Q-6 -18 -9 -13 Z', hair),
    bun ? circle(0, -25, 4.5, hair) : '',
    helmet === undefined ? '' : shape('M-10 -15 Q-10 -25 0 -25 Q10 -25 10 -15 L12 -14 L-12 -14 Z', helmet),
  );
}

/** Someone all dark, seen against a light. */
export function silhouette(x: number, y: number, tall: number, paint: string, arms?: string): string {
  return person(x, y, tall, {
    coat: paint,
    skin: paint,
    hair: paint,
    trousers: paint,
    ...(arms !== undefined && { arms }),
  });
}

/** A house front with some of its windows lit. */
export function house(
  x: number,
  y: number,
  w: number,
  h: number,
  paint: string,
  seed: number,
  lit = 0.35,
  roof = 0,
): string {
  const dice = createDice(seed);
  const columns = Math.max(1, Math.floor(w / 46));
  const rows = Math.max(1, Math.floor(h / 62));
  const gap = w / columns;
  const windows = Array.from({ length: columns * rows }, (_, index) => {
    const isLit = dice() < lit;
    return rect(
      Math.round(x + (index % columns) * gap + gap / 2 - 9),
      Math.round(y - h + 22 + Math.floor(index / columns) * (h / rows)),
      18,
      26,
      isLit ? ink.glow : '#0b0e1c',
      2,
      `opacity="${isLit ? 0.95 : 0.28}"`,
    );
  }).join('');
  const gable =
    roof === 0 ? '' : shape(`M${x - 6} ${y - h} L${x + w / 2} ${y - h - roof} L${x + w + 6} ${y - h} Z`, paint);
  return rect(x, y - h, w, h, paint) + gable + windows;
}

/** A row of houses from one side to the other. */
export function skyline(
  y: number,
  paint: string,
  seed: number,
  { low = 90, high = 200, lit = 0.25, from = -20, to = width + 20 } = {},
): string {
  const dice = createDice(seed);
  const houses: string[] = [];
  for (let x = from; x < to; ) {
    const w = 70 + Math.round(dice() * 80);
    const h = low + Math.round(dice() * (high - low));
    houses.push(house(x, y, w + 1, h, paint, seed + x + 999, lit, dice() < 0.55 ? 20 + dice() * 30 : 0));
    x += w;
  }
  return houses.join('');
}

export function tree(x: number, y: number, tall: number, paint: string, trunk: string = ink.black): string {
  return (
    rect(x - tall * 0.03, y - tall * 0.4, tall * 0.06, tall * 0.4, trunk) +
    circle(x, y - tall * 0.62, tall * 0.3, paint) +
    circle(x - tall * 0.16, y - tall * 0.46, tall * 0.2, paint) +
    circle(x + tall * 0.17, y - tall * 0.48, tall * 0.21, paint)
  );
}

/** A van facing right, its wheels on `y`. */
export function van(
  x: number,
  y: number,
  long: number,
  paint: string,
  { open = false, dark = ink.black } = {},
): string {
  const u = long / 100;
  return group(
    `transform="translate(${x} ${y}) scale(${u})"`,
    shape('M0 -8 L0 -46 Q0 -50 4 -50 L66 -50 Q70 -50 73 -46 L84 -30 L96 -26 Q100 -24 100 -19 L100 -8 Z', paint),
    open
      ? rect(10, -44, 42, 34, ink.glow, 1) +
          rect(14, -26, 34, 3, ink.orange) +
          rect(18, -36, 6, 10, ink.slate) +
          rect(28, -33, 5, 7, ink.accent) +
          rect(37, -38, 8, 12, ink.teal)
      : rect(10, -38, 36, 5, '#fff', 2, 'opacity="0.55"'),
    shape('M62 -45 L68 -45 L79 -30 L62 -30 Z', dark, 'opacity="0.65"'),
    rect(0, -12, 100, 5, dark, 0, 'opacity="0.25"'),
    circle(20, -7, 9, dark),
    circle(20, -7, 4, ink.mist),
    circle(80, -7, 9, dark),
    circle(80, -7, 4, ink.mist),
    rect(96, -22, 4, 6, ink.glow, 1),
  );
}
