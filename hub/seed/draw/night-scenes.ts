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
  silhouette,
  skyline,
  stars,
  tree,
  van,
  width,
} from './kit.ts';

const nightSky = gradient('sky', [
  [0, ink.night],
  [0.7, ink.blue],
  [1, ink.slate],
]);

export const nightScenes: Record<string, () => string> = {
  'glare-by-a-third': () =>
    picture(
      nightSky +
        gradient('road', [
          [0, '#2c3557'],
          [1, '#161a30'],
        ]) +
        gradient('fan', [
          [0, ink.glow, 0.85],
          [1, ink.amber, 0.04],
        ]),
      fill('url(#sky)'),
      stars(3, 60, 260),
      skyline(430, '#1d2444', 11, { low: 120, high: 220, lit: 0.3, to: 420 }),
      skyline(430, '#1d2444', 17, { low: 110, high: 210, lit: 0.25, from: 840 }),
      skyline(430, '#262f57', 23, { low: 60, high: 120, lit: 0.2, from: 410, to: 850 }),
      shape(`M0 430 L${width} 430 L${width} ${height} L0 ${height} Z`, '#20284a'),
      shape(`M520 430 L640 430 L1010 ${height} L120 ${height} Z`, 'url(#road)'),
      ...[0, 1, 2, 3].map((step) => {
        const y = 446 + step * step * 17;
        const w = 5 + step * 7;
        return shape(
          `M${580 - w / 2} ${y} L${580 + w / 2} ${y} L${578 + w} ${y + 14 + step * 11} L${578 - w} ${y + 14 + step * 11} Z`,
          ink.mist,
          'opacity="0.5"',
        );
      }),
      group(
        'opacity="0.95"',
        ...[1, 0.78, 0.56].map((part) =>
          shape(
            `M588 148 L642 148 L${615 + 400 * part} 600 Q615 ${600 + 56 * part} ${615 - 400 * part} 600 Z`,
            'url(#fan)',
            'opacity="0.4"',
          ),
        ),
      ),
      line('M880 600 L880 190 Q880 112 800 112 L690 118', ink.black, 15),
      rect(866, 520, 28, 80, ink.black, 4),
      shape('M560 122 Q615 86 700 108 L704 130 Q640 150 576 146 Z', ink.black),
      shape('M584 140 Q615 158 664 139 L660 148 Q615 164 588 149 Z', ink.glow),
      glow(618, 148, 130),
    ),

  'canal-bats': () =>
    picture(
      nightSky +
        gradient('water', [
          [0, '#2a3561'],
          [1, '#12162b'],
        ]),
      fill('url(#sky)'),
      stars(8, 70, 240),
      circle(930, 120, 46, '#f6ecd4', 'opacity="0.92"'),
      circle(912, 110, 42, '#1e2547', 'opacity="0.9"'),
      skyline(372, '#1b2142', 31, { low: 60, high: 140, lit: 0.18 }),
      ...[60, 160, 1050, 1140].map((x, index) => tree(x, 392, 150 + index * 12, '#141a33')),
      rect(0, 372, width, 70, '#192040'),
      shape(`M0 442 L${width} 442 L${width} ${height} L0 ${height} Z`, 'url(#water)'),
      ...Array.from({ length: 9 }, (_, index) => {
        const x = 70 + index * 134;
        return (
          glow(x, 398, 74) +
          rect(x - 7, 396, 14, 46, ink.black, 4) +
          rect(x - 8, 394, 16, 11, ink.amber, 3) +
          `<ellipse cx="${x}" cy="520" rx="15" ry="72" fill="${ink.amber}" opacity="0.26" filter="url(#faint)"/>`
        );
      }),
      ...Array.from({ length: 7 }, (_, index) =>
        line(`M${60 + index * 170} ${478 + (index % 3) * 44} q24 -7 48 0 t48 0`, ink.mist, 3, 'opacity="0.28"'),
      ),
      ...(
        [
          [330, 170, 1.5],
          [470, 250, 1],
          [640, 130, 1.15],
          [730, 235, 0.75],
          [210, 275, 0.8],
        ] as const
      ).map(([x, y, size]) =>
        group(
          `transform="translate(${x} ${y}) scale(${size})"`,
          shape(
            'M0 4 Q-10 -14 -26 -10 Q-46 -20 -62 0 Q-48 -4 -40 6 Q-30 0 -22 10 Q-10 6 0 18 Q10 6 22 10 Q30 0 40 6 Q48 -4 62 0 Q46 -20 26 -10 Q10 -14 0 4 Z',
            ink.black,
          ),
          shape('M-7 -2 L-5 -13 L0 -5 L5 -13 L7 -2 Z', ink.black),
        ),
      ),
    ),

  'bike-path': () =>
    picture(
      gradient('sky', [
        [0, '#2a2c5c'],
        [0.55, '#8b5a86'],
        [1, ink.peach],
      ]) +
        gradient('grass', [
          [0, '#24433f'],
          [1, '#122624'],
        ]),
      fill('url(#sky)'),
      stars(5, 26, 160),
      circle(250, 372, 70, ink.glow, 'opacity="0.8"'),
      circle(250, 372, 150, 'url(#halo)'),
      shape('M0 380 Q160 320 340 366 T700 350 T1200 372 L1200 460 L0 460 Z', '#4a3d66'),
      shape(`M0 410 Q300 372 640 400 T1200 396 L1200 ${height} L0 ${height} Z`, 'url(#grass)'),
      shape(`M0 540 Q420 472 1200 494 L1200 600 Q520 560 0 ${height} Z`, '#3a3350'),
      line('M20 590 Q480 510 1190 545', ink.sand, 5, 'opacity="0.55" stroke-dasharray="40 34"'),
      lamp(110, 520, 200, { on: false, paint: '#15122a' }),
      lamp(330, 500, 240, { paint: '#15122a', reach: 0.5 }),
      lamp(610, 490, 260, { paint: '#15122a', reach: 0.5 }),
      lamp(890, 492, 240, { paint: '#15122a', reach: 0.5 }),
      lamp(1090, 494, 200, { on: false, paint: '#15122a' }),
      group(
        'transform="translate(560 440) scale(1.15)"',
        circle(0, 86, 44, 'none', `stroke="${ink.black}" stroke-width="7"`),
        circle(150, 86, 44, 'none', `stroke="${ink.black}" stroke-width="7"`),
        line('M0 86 L52 22 L118 22 L150 86 M52 22 L74 86 L118 22 M0 86 L74 86', ink.accent, 8),
        line('M118 22 L112 -8 L134 -10', ink.black, 7),
        line('M44 14 L62 14', ink.black, 9),
        line('M54 8 Q70 40 82 52 Q84 72 76 90', ink.deep, 17),
        line('M52 6 Q62 -36 96 -56', ink.teal, 30),
        line('M94 -50 Q104 -18 126 -8', ink.teal, 13),
        circle(110, -84, 21, ink.skins[1]),
        shape('M86 -86 Q88 -112 112 -112 Q134 -110 134 -88 Z', ink.orange),
        glow(196, 30, 46),
      ),
    ),

  'night-walk': () =>
    picture(
      gradient('sky', [
        [0, '#0f1330'],
        [0.75, '#2c3a70'],
        [1, '#5a6aa3'],
      ]),
      fill('url(#sky)'),
      stars(21, 190, 430),
      circle(880, 170, 190, 'url(#halo)', 'opacity="0.5"'),
      circle(880, 170, 84, '#f7efdb'),
      circle(856, 150, 14, '#e3d8bd'),
      circle(908, 192, 20, '#e3d8bd'),
      circle(890, 128, 8, '#e3d8bd'),
      shape('M0 470 Q220 380 460 440 T900 420 T1200 450 L1200 630 L0 630 Z', '#1d2750'),
      shape('M0 540 Q320 450 640 510 T1200 500 L1200 630 L0 630 Z', '#11162f'),
      ...[
        [120, 500, 118],
        [196, 492, 132],
        [268, 486, 104],
        [352, 484, 136],
        [520, 496, 126],
      ].map(([x = 0, y = 0, tall = 0]) => silhouette(x, y + 34, tall, '#0a0d1d')),
      silhouette(690, 536, 142, '#0a0d1d', 'M-12 4 Q-22 18 -16 34 M12 4 Q28 2 34 -10'),
      ...[132, 362].map((x) => circle(x, 428, 5, '#ff5d4a') + circle(x, 428, 22, '#ff5d4a', 'opacity="0.22"')),
      group(
        'transform="translate(800 470)"',
        line('M0 0 L-44 84 M0 0 L40 84 M0 0 L2 88', '#0a0d1d', 9),
        group(
          'transform="rotate(-42)"',
          rect(-70, -20, 150, 34, '#0a0d1d', 8),
          rect(74, -27, 30, 48, '#0a0d1d', 6),
          rect(-88, -10, 22, 16, '#0a0d1d', 4),
        ),
      ),
      line('M792 398 L868 270', '#fff', 2, 'opacity="0.3" stroke-dasharray="6 12"'),
    ),

  'village-of-stars': () => {
    const dice = createDice(77);
    const milky = Array.from({ length: 240 }, () => {
      const along = dice() * 1500 - 150;
      const across = (dice() + dice() + dice() - 1.5) * 120;
      return circle(
        along,
        430 - along * 0.36 + across,
        dice() ** 2 * 2.4 + 0.6,
        '#fff',
        `opacity="${(0.3 + dice() * 0.6).toFixed(2)}"`,
      );
    });
    return picture(
      gradient('sky', [
        [0, '#0d1130'],
        [0.6, '#27306b'],
        [1, '#6a5b9c'],
      ]),
      fill('url(#sky)'),
      `<ellipse cx="600" cy="215" rx="820" ry="82" fill="${ink.lilac}" opacity="0.26" transform="rotate(-20 600 215)" filter="url(#soft)"/>`,
      `<ellipse cx="640" cy="200" rx="560" ry="34" fill="#fff" opacity="0.2" transform="rotate(-20 640 200)" filter="url(#soft)"/>`,
      ...milky,
      stars(41, 90, 420),
      shape('M0 500 Q260 430 560 470 T1200 450 L1200 630 L0 630 Z', '#1a2048'),
      ...[
        [300, 90, 70],
        [380, 76, 58],
        [452, 92, 66],
        [660, 96, 70],
        [752, 80, 62],
        [830, 98, 60],
      ].map(([x = 0, w = 0, h = 0], index) => house(x, 520, w, h, '#11152f', index + 61, 0, 34)),
      rect(560, 388, 62, 132, '#0d1027'),
      shape('M552 390 L591 250 L630 390 Z', '#0d1027'),
      line('M591 252 L591 226 M581 238 L601 238', '#0d1027', 5),
      rect(338, 482, 14, 20, ink.amber, 2),
      rect(776, 488, 14, 20, ink.amber, 2),
      shape('M0 560 Q300 500 640 520 T1200 530 L1200 630 L0 630 Z', '#0a0d20'),
      tree(180, 560, 120, '#0a0d20'),
      tree(1010, 556, 150, '#0a0d20'),
    );
  },

  'repair-van': () =>
    picture(
      nightSky,
      fill('url(#sky)'),
      stars(13, 50, 220),
      skyline(470, '#1a2144', 51, { low: 130, high: 260, lit: 0.32 }),
      rect(0, 470, width, 160, '#141931'),
      rect(0, 470, width, 10, '#2c3660'),
      lamp(770, 520, 410, { side: -1, reach: 0.48 }),
      glow(470, 470, 240),
      van(270, 560, 450, ink.orange, { open: true }),
      silhouette(250, 562, 170, '#0d1022', 'M-12 4 Q-20 20 -15 36 M12 4 Q26 12 36 4'),
      rect(300, 470, 26, 16, ink.glow, 3),
      ...[0, 1, 2].map(
        (index) =>
          shape(`M${820 + index * 58} 560 L${838 + index * 58} 510 L${856 + index * 58} 560 Z`, ink.accent) +
          rect(830 + index * 58, 532, 16, 7, '#fff'),
      ),
    ),

  'night-city-meeting': () =>
    picture(
      gradient('hall', [
        [0, '#151830'],
        [1, '#2a2f55'],
      ]) +
        [ink.amber, ink.mint, ink.peach, ink.lilac]
          .map((colour, index) =>
            gradient(`beam${index}`, [
              [0, colour, 0.85],
              [1, colour, 0.06],
            ]),
          )
          .join(''),
      fill('url(#hall)'),
      ...Array.from({ length: 7 }, (_, index) =>
        line(`M${-40 + index * 210} 0 L${60 + index * 180} 130`, '#3a4170', 6),
      ),
      rect(0, 120, width, 10, '#3a4170'),
      shape('M120 470 L1080 470 L1200 630 L0 630 Z', '#3a4066'),
      ...[0, 1, 2, 3].map((index) => {
        const x = 210 + index * 260;
        const colour = [ink.amber, ink.mint, ink.peach, ink.lilac][index] ?? ink.amber;
        return (
          shape(`M${x - 26} 186 L${x + 26} 186 L${x + 128} 560 L${x - 128} 560 Z`, `url(#beam${index})`) +
          `<ellipse cx="${x}" cy="552" rx="122" ry="26" fill="${colour}" opacity="0.45"/>` +
          line(`M${x} 126 L${x} 164`, '#0d1022', 8) +
          shape(`M${x - 18} 160 L${x + 18} 160 L${x + 40} 190 L${x - 40} 190 Z`, '#0d1022')
        );
      }),
      ...Array.from({ length: 8 }, (_, index) =>
        shape(
          `M${372 + index * 58} 500 L${402 + index * 58} 500 L${400 + index * 62} 604 L${360 + index * 62} 604 Z`,
          ink.paper,
          'opacity="0.55"',
        ),
      ),
      silhouette(250, 572, 176, '#0b0e1f'),
      silhouette(520, 560, 168, '#0b0e1f', 'M-12 4 Q-24 16 -26 30 M12 4 Q22 20 18 36'),
      silhouette(776, 574, 180, '#0b0e1f'),
      line('M806 500 L838 574', '#fff', 5),
      silhouette(986, 560, 160, '#0b0e1f'),
    ),

  'city-at-five': () =>
    picture(
      gradient('sky', [
        [0, '#33427e'],
        [0.55, '#a879a8'],
        [1, '#f6c3a5'],
      ]),
      fill('url(#sky)'),
      stars(2, 22, 130),
      skyline(450, '#6a5a92', 71, { low: 80, high: 150, lit: 0.1 }),
      house(-10, 500, 200, 330, '#2c2f5c', 5, 0.2, 40),
      house(190, 500, 170, 260, '#353868', 6, 0.15, 36),
      house(850, 500, 190, 300, '#353868', 7, 0.15, 40),
      house(1040, 500, 180, 360, '#2c2f5c', 8, 0.2),
      rect(872, 386, 146, 114, '#3b2a3d'),
      rect(884, 410, 122, 74, ink.glow, 3),
      ...[0, 1, 2, 3, 4].map(
        (index) => `<ellipse cx="${900 + index * 23}" cy="470" rx="10" ry="6" fill="${ink.accent}" opacity="0.75"/>`,
      ),
      shape('M862 386 L1028 386 L1044 412 L846 412 Z', ink.accent),
      ...[0, 1, 2].map((index) =>
        shape(
          `M${876 + index * 58} 386 L${900 + index * 58} 386 L${902 + index * 62} 412 L${872 + index * 62} 412 Z`,
          ink.sand,
        ),
      ),
      glow(944, 450, 150),
      rect(0, 500, width, 130, '#3c3a66'),
      line(`M0 590 L${width} 590 M0 556 L${width} 556`, '#8d86b8', 4),
      line('M0 210 L1200 236', '#262848', 3),
      group(
        'transform="translate(330 372)"',
        line('M190 -44 L216 -142 M240 -44 L216 -142', '#262848', 5),
        rect(0, -44, 440, 220, ink.paper, 30),
        rect(0, 92, 440, 50, ink.teal),
        ...[0, 1, 2, 3].map((index) => rect(30 + index * 98, -14, 80, 82, index === 1 ? ink.glow : '#55659b', 8)),
        rect(18, 168, 404, 16, ink.black, 6),
        circle(90, 186, 17, ink.black),
        circle(350, 186, 17, ink.black),
        circle(424, 112, 9, ink.glow),
      ),
      glow(756, 486, 84),
      lamp(250, 520, 270, { paint: '#20223f', reach: 0.35 }),
      silhouette(1090, 596, 130, '#20223f'),
    ),
};
