import {
  circle,
  createDice,
  fill,
  glow,
  gradient,
  group,
  height,
  house,
  ink,
  lamp,
  line,
  picture,
  rect,
  shape,
  stars,
  tree,
  van,
  width,
} from './kit.ts';

export const placeScenes: Record<string, () => string> = {
  'recovered-heat': () =>
    picture(
      gradient('sky', [
        [0, '#f9dcc0'],
        [1, '#f4a97e'],
      ]) +
        gradient(
          'heat',
          [
            [0, '#f7c04a'],
            [0.5, '#e2542a'],
            [1, ink.sea],
          ],
          [0, 0, 1, 0],
        ) +
        gradient('wall', [
          [0, '#9c3a14'],
          [1, '#6a230a'],
        ]),
      fill('url(#sky)'),
      circle(980, 150, 92, '#fff2d8', 'opacity="0.75"'),
      shape('M0 420 Q200 360 420 400 T860 380 T1200 404 L1200 630 L0 630 Z', '#e08f66', 'opacity="0.6"'),
      shape(
        'M150 560 L150 300 L300 216 L300 300 L450 216 L450 300 L600 216 L600 300 L750 216 L750 300 L900 216 L900 560 Z',
        'url(#wall)',
      ),
      ...[300, 450, 600, 750, 900].map((x) =>
        shape(`M${x - 14} 292 L${x - 14} 248 L${x - 96} 292 Z`, ink.glow, 'opacity="0.8"'),
      ),
      ...Array.from(
        { length: 8 },
        (_, index) =>
          rect(186 + index * 88, 372, 54, 74, '#ffd88f', 4, 'opacity="0.9"') +
          line(
            `M${213 + index * 88} 372 L${213 + index * 88} 446 M${186 + index * 88} 409 L${240 + index * 88} 409`,
            '#7c2b0e',
            4,
          ),
      ),
      rect(190, 478, 120, 82, '#4d1907', 4),
      rect(820, 130, 46, 180, '#7c2b0e'),
      rect(812, 122, 62, 18, '#6a230a', 3),
      ...[0, 1, 2].map((index) =>
        line(
          `M${360 + index * 130} 216 C${340 + index * 130} ${120 - index * 6} ${470 + index * 150} ${30 + index * 22} ${700 + index * 110} ${84 + index * 22} S${1000 + index * 26} ${250 + index * 20} ${980 + index * 40} 566`,
          'url(#heat)',
          20 - index * 3,
          'opacity="0.92"',
        ),
      ),
      rect(0, 560, width, 70, '#5a2411'),
      rect(940, 500, 230, 60, '#f8efe2', 6),
      shape('M952 520 q18 -14 36 0 t36 0 t36 0 t36 0 t36 0 L1158 556 L952 556 Z', ink.sea),
      tree(70, 562, 150, '#a34d22', '#5a2411'),
    ),

  'poll-when-dark': () =>
    picture(
      gradient(
        'sky',
        [
          [0, '#8fcbd8'],
          [0.42, '#f6d7a8'],
          [0.58, '#5b5c9a'],
          [1, '#141936'],
        ],
        [0, 0, 1, 0],
      ) +
        '<clipPath id="day"><rect x="300" y="0" width="300" height="630"/></clipPath><clipPath id="dark"><rect x="600" y="0" width="300" height="630"/></clipPath>',
      fill('url(#sky)'),
      group(
        'transform="translate(0 0)"',
        ...Array.from({ length: 34 }, (_, index) =>
          circle(
            800 + ((index * 137) % 400),
            30 + ((index * 71) % 400),
            1.5 + (index % 3) * 0.8,
            '#fff',
            'opacity="0.8"',
          ),
        ),
      ),
      circle(150, 140, 62, '#ffe9a8'),
      house(-10, 560, 170, 200, '#e3a878', 3, 0, 50),
      house(160, 560, 130, 150, '#d6905f', 4, 0, 44),
      house(930, 560, 150, 190, '#1a2044', 5, 0.5, 46),
      house(1080, 560, 140, 240, '#141a38', 6, 0.4, 50),
      rect(0, 560, 600, 70, '#b07d5a'),
      rect(600, 560, 600, 70, '#10142b'),
      rect(578, 440, 44, 150, ink.black, 6),
      rect(540, 566, 120, 26, ink.black, 8),
      circle(600, 286, 206, ink.black),
      group('clip-path="url(#day)"', circle(600, 286, 184, '#fdf3dc'), circle(498, 240, 34, ink.amber)),
      group(
        'clip-path="url(#dark)"',
        circle(600, 286, 184, '#242c5c'),
        circle(706, 240, 30, '#f4ecd6'),
        circle(720, 230, 26, '#242c5c'),
        circle(660, 370, 3, '#fff'),
        circle(740, 320, 3, '#fff'),
        circle(690, 180, 2.5, '#fff'),
      ),
      ...Array.from({ length: 12 }, (_, index) => {
        const angle = (index * Math.PI) / 6;
        const inner = index % 3 === 0 ? 146 : 160;
        return line(
          `M${600 + Math.sin(angle) * inner} ${286 - Math.cos(angle) * inner} L${600 + Math.sin(angle) * 174} ${286 - Math.cos(angle) * 174}`,
          index > 0 && index < 6 ? ink.mist : ink.brick,
          index % 3 === 0 ? 10 : 6,
        );
      }),
      line('M600 286 L548 190', ink.accent, 15),
      line('M600 286 L600 148', ink.accent, 10),
      circle(600, 286, 17, ink.accent),
      circle(600, 66, 18, ink.black),
    ),

  'poll-which-square': () => {
    const square = (x: number, y: number, ground: string, inside: string) =>
      group(
        `transform="translate(${x} ${y})"`,
        shape('M0 -116 L200 0 L0 116 L-200 0 Z', ground),
        shape('M-200 0 L0 116 L0 146 L-200 30 Z', '#00000030'),
        shape('M200 0 L0 116 L0 146 L200 30 Z', '#00000048'),
        inside,
      );
    return picture(
      gradient('sky', [
        [0, '#3b4a86'],
        [1, '#8a93c4'],
      ]),
      fill('url(#sky)'),
      square(
        300,
        270,
        '#c79a6b',
        line('M-90 -6 L0 46 L90 -6 L0 -58 Z', '#e5c08f', 6) +
          circle(-14, -8, 13, ink.slate) +
          circle(24, 8, 13, ink.mist) +
          circle(4, -24, 8, ink.accent) +
          lamp(-120, -6, 170, { on: false }),
      ),
      square(
        900,
        270,
        '#7fae8f',
        shape('M-60 -30 L0 4 L60 -30 L0 -64 Z', '#d9e7c9') +
          tree(96, 24, 110, '#3f7a56') +
          tree(-96, 20, 90, '#4c8a63') +
          rect(-20, -30, 40, 26, ink.paper, 3) +
          lamp(24, 76, 170, { on: false }),
      ),
      glow(600, 430, 330),
      square(
        600,
        440,
        '#e6b877',
        shape('M-110 -40 L-40 -80 L-40 -150 L-110 -110 Z', '#b3522b') +
          shape('M-40 -80 L30 -40 L30 -110 L-40 -150 Z', '#d16a3d') +
          shape('M-118 -108 L-40 -152 L38 -108 L-40 -196 Z', '#7c2b12') +
          rect(-22, -96, 26, 42, ink.glow, 2, 'transform="skewY(26) translate(0 12)"') +
          lamp(70, 50, 200, { reach: 0.6 }) +
          rect(-60, 26, 70, 12, '#7c4a24', 3) +
          rect(-54, 36, 8, 18, '#7c4a24') +
          rect(-6, 36, 8, 18, '#7c4a24'),
      ),
    );
  },

  'job-optics': () => {
    const colours = ['#f2786b', ink.amber, '#f3e08b', ink.mint, '#8fb8ee', '#b3a4f0'];
    return picture(
      gradient('sky', [
        [0, '#1a1f42'],
        [1, '#343e78'],
      ]) +
        gradient(
          'lens',
          [
            [0, '#ffffff', 0.75],
            [0.5, '#bcd6f5', 0.35],
            [1, '#ffffff', 0.65],
          ],
          [0, 0, 1, 0],
        ),
      fill('url(#sky)'),
      ...colours.map((colour, index) =>
        shape(
          `M600 ${270 + index * 12} L1200 ${90 + index * 76} L1200 ${166 + index * 76} L600 ${282 + index * 12} Z`,
          colour,
          'opacity="0.62"',
        ),
      ),
      shape('M0 292 L560 262 L560 346 L0 322 Z', ink.glow, 'opacity="0.8"'),
      glow(40, 306, 170),
      rect(0, 520, width, 110, '#6d442a'),
      rect(0, 520, width, 14, '#93613f'),
      rect(556, 456, 88, 66, ink.black, 8),
      rect(500, 506, 200, 20, ink.black, 8),
      shape('M600 110 Q720 304 600 500 Q480 304 600 110 Z', '#9dbbe2', 'opacity="0.5"'),
      shape('M600 110 Q720 304 600 500 Q480 304 600 110 Z', 'url(#lens)', 'stroke="#e9f2ff" stroke-width="5"'),
      line('M566 200 Q540 300 566 404', '#fff', 8, 'opacity="0.75"'),
      rect(180, 486, 150, 34, ink.accent, 6),
      rect(200, 462, 120, 26, ink.sand, 5),
    );
  },

  'carbon-figures': () => {
    const bars = [270, 236, 216, 178, 138];
    return picture(
      gradient('wall', [
        [0, '#e5f2ee'],
        [1, '#b9dcd4'],
      ]),
      fill('url(#wall)'),
      circle(250, 150, 110, '#fff', 'opacity="0.5"'),
      ...[0, 1, 2, 3].map((row) =>
        line(`M300 ${200 + row * 84} L960 ${200 + row * 84}`, '#98c4bb', 3, 'stroke-dasharray="4 14"'),
      ),
      rect(0, 506, width, 124, '#c98b52'),
      rect(0, 506, width, 16, '#e0a56c'),
      ...bars.map((tall, index) =>
        rect(340 + index * 120, 506 - tall, 82, tall, ink.teal, 10, `opacity="${0.62 + index * 0.095}"`),
      ),
      rect(340 + 5 * 120 - 8, 506 - 258, 82, 258, ink.orange, 10, 'opacity="0.85"'),
      line('M376 196 Q560 236 700 290 T900 356', ink.black, 7, 'opacity="0.75"'),
      shape('M884 338 L916 362 L880 374 Z', ink.black, 'opacity="0.8"'),
      group(
        'transform="translate(160 506)"',
        shape('M-52 0 L-64 -92 L64 -92 L52 0 Z', ink.accent),
        rect(-72, -108, 144, 24, ink.brick, 6),
        line('M0 -106 Q-6 -180 0 -240', ink.leaf, 9),
        shape('M0 -240 Q-64 -250 -78 -316 Q-6 -312 0 -240 Z', '#4da06b'),
        shape('M0 -206 Q66 -208 88 -268 Q14 -278 0 -206 Z', ink.leaf),
        shape('M-2 -160 Q-62 -160 -84 -210 Q-18 -222 -2 -160 Z', '#5fb37e'),
      ),
      rect(1040, 470, 110, 36, ink.paper, 4),
      rect(1050, 446, 96, 26, ink.violet, 4),
    );
  },

  'job-field': () =>
    picture(
      gradient('sky', [
        [0, '#9fd3e6'],
        [1, '#fdeccb'],
      ]),
      fill('url(#sky)'),
      circle(1010, 130, 64, '#fff3c9'),
      group(
        'opacity="0.85"',
        `<ellipse cx="260" cy="120" rx="110" ry="28" fill="#fff"/>`,
        `<ellipse cx="320" cy="100" rx="74" ry="30" fill="#fff"/>`,
        `<ellipse cx="760" cy="170" rx="90" ry="20" fill="#fff"/>`,
      ),
      shape('M0 360 Q220 240 480 320 T900 290 T1200 330 L1200 630 L0 630 Z', '#9cc7a8'),
      group(
        'transform="translate(330 282)"',
        rect(-60, -70, 120, 76, '#f6efe2'),
        ...[-60, 60].map(
          (x) =>
            rect(x - 16, -112, 32, 118, '#efe5d2') + shape(`M${x - 18} -110 L${x} -142 L${x + 18} -110 Z`, '#b9c3b0'),
        ),
        shape('M-46 -70 L0 -108 L46 -70 Z', '#b9c3b0'),
        ...[-30, 0, 30].map((x) => rect(x - 7, -44, 14, 40, '#a9a08c', 7)),
      ),
      ...Array.from({ length: 13 }, (_, index) => {
        const x = 560 + index * 50;
        const y = 372 + (index % 3) * 14;
        return (
          rect(
            x,
            y - 54 - (index % 4) * 12,
            46,
            90,
            ['#f3d2a8', '#eebf96', '#f7e2c2', '#e9b48e'][index % 4] ?? '#f3d2a8',
          ) +
          shape(`M${x - 4} ${y - 54 - (index % 4) * 12} l27 -22 l27 22 Z`, '#c2603a') +
          rect(x + 15, y - 30 - (index % 4) * 12, 14, 20, '#8a6d5a', 2)
        );
      }),
      shape('M0 440 Q300 350 640 420 T1200 400 L1200 630 L0 630 Z', '#6fae84'),
      shape('M0 600 Q360 470 760 520 T1200 470 L1200 560 Q860 590 600 600 T0 680 Z', '#565b73'),
      line('M0 640 Q380 528 760 560 T1200 516', ink.paper, 6, 'stroke-dasharray="44 36"'),
      ...[80, 170, 1110].map((x, index) => tree(x, 470 - index * 8, 120, '#3f8a58', '#5a4030')),
      group('transform="rotate(-3 560 540)"', van(420, 566, 330, '#f5bd2f')),
    ),

  'open-data': () => {
    const dice = createDice(9);
    const streets = [
      'M-20 120 L1220 210',
      'M-20 330 L1220 390',
      'M-20 560 L1220 540',
      'M180 -20 L260 650',
      'M470 -20 L500 650',
      'M760 -20 L720 650',
      'M1010 -20 L980 650',
      'M-20 40 L520 650',
      'M700 -20 L1220 470',
    ];
    const dots = Array.from({ length: 92 }, () => {
      const row = Math.floor(dice() * 3);
      const x = dice() * 1200;
      const y = [120 + x * 0.073, 330 + x * 0.049, 560 - x * 0.016][row] ?? 0;
      const vertical = dice() < 0.45;
      const column = Math.floor(dice() * 4);
      const t = dice();
      const [vx = 0, vy = 0] = vertical
        ? [([180, 470, 760, 1010][column] ?? 0) + ([80, 30, -40, -30][column] ?? 0) * t, t * 640]
        : [x, y];
      const heat = dice();
      const size = 5 + dice() ** 2 * 15;
      return (
        circle(vx, vy, size * 2.1, heat > 0.55 ? ink.orange : ink.sea, 'opacity="0.22"') +
        circle(vx, vy, size, heat > 0.75 ? '#ff8f5c' : heat > 0.55 ? ink.amber : ink.mint)
      );
    });
    return picture(
      '',
      fill('#1b2347'),
      shape('M-20 420 Q240 380 420 470 T860 500 T1220 440 L1220 500 Q1000 540 860 560 T420 530 T-20 480 Z', '#27407a'),
      ...[
        [280, 150, 170, 160],
        [520, 30, 180, 130],
        [790, 240, 180, 120],
        [40, 400, 150, 120],
      ].map(([x = 0, y = 0, w = 0, h = 0]) => rect(x, y, w, h, '#25405a', 14)),
      ...streets.map((street, index) => line(street, '#3a4780', index < 7 ? 22 : 13)),
      ...streets.map((street) => line(street, '#4c5a98', 2, 'stroke-dasharray="14 16"')),
      ...dots,
    );
  },

  'masts-reborn': () =>
    picture(
      gradient(
        'sky',
        [
          [0, '#31285c'],
          [0.6, '#b0637a'],
          [1, '#f7c59c'],
        ],
        [0, 0, 1, 0.7],
      ),
      fill('url(#sky)'),
      stars(12, 30, 200),
      circle(1030, 420, 120, '#ffe9b8', 'opacity="0.75"'),
      shape('M0 520 Q400 470 800 500 T1200 490 L1200 630 L0 630 Z', '#2a1d38'),
      ...[
        [90, 536, 86, '#7b7190'],
        [180, 548, 82, '#857a97'],
        [300, 540, 64, '#8f829d'],
        [430, 530, 42, '#a48f9f'],
        [580, 522, 18, '#c9a79c'],
      ].map(([x, y, angle, paint]) =>
        group(
          `transform="rotate(${-Number(angle)} ${x} ${y})"`,
          lamp(Number(x), Number(y), 250, { on: false, paint: String(paint) }),
        ),
      ),
      ...[720, 860, 1010].map((x, index) =>
        lamp(x, 520 - index * 4, 290 + index * 44, { paint: '#1a1126', reach: 0.36 }),
      ),
      line('M120 380 Q330 150 640 150', ink.sand, 8, 'stroke-dasharray="2 20" opacity="0.8"'),
      shape('M632 128 L672 152 L630 174 Z', ink.sand, 'opacity="0.9"'),
      rect(0, 596, width, height - 596, '#1a1126'),
    ),
};
