import {
  circle,
  fill,
  glow,
  gradient,
  group,
  height,
  ink,
  lamp,
  line,
  pendant,
  person,
  picture,
  rect,
  shape,
  silhouette,
  width,
} from './kit.ts';

const warmWall = gradient('wall', [
  [0, '#5b2c1d'],
  [0.55, '#a5583a'],
  [1, '#d98e63'],
]);

export const peopleScenes: Record<string, () => string> = {
  'six-apprentices': () => {
    const coats = [ink.teal, ink.violet, ink.accent, '#2f5f9a', ink.leaf, ink.orange];
    const hairs = [ink.black, '#5a3520', '#d8a24c', ink.black, '#7a2f1a', ink.black];
    return picture(
      gradient('wall', [
        [0, '#17303a'],
        [1, '#3f7f80'],
      ]),
      fill('url(#wall)'),
      ...Array.from(
        { length: 6 },
        (_, index) =>
          rect(40 + index * 196, 60, 150, 190, '#20454c', 6) +
          rect(48 + index * 196, 68, 134, 174, '#2b5a60', 4) +
          line(`M${115 + index * 196} 68 L${115 + index * 196} 242`, '#20454c', 6),
      ),
      ...[200, 600, 1000].map((x) => pendant(x, 120, 56, '#0e1c22', 250, 560)),
      ...coats.map((coat, index) =>
        person(150 + index * 180, 566, 330 + ([0, 26, -14, 34, -6, 16][index] ?? 0), {
          coat,
          skin: ink.skins[index] ?? ink.skins[0],
          hair: hairs[index] ?? ink.black,
          bun: index === 1 || index === 4,
        }),
      ),
      rect(0, 486, width, 26, '#c98b52'),
      rect(0, 512, width, 118, '#8a5a33'),
      ...[90, 560, 1060].map((x) => rect(x, 512, 30, 118, '#6d4526')),
      rect(210, 462, 70, 24, ink.slate, 4),
      shape('M470 486 L486 446 L502 486 Z', ink.amber),
      rect(690, 470, 120, 16, ink.mist, 3),
      circle(930, 470, 16, ink.accent),
    );
  },

  'open-doors': () =>
    picture(
      gradient('sky', [
        [0, '#22315e'],
        [1, '#8b7fb4'],
      ]) +
        gradient('inside', [
          [0, '#ffd98a'],
          [1, '#f39a55'],
        ]) +
        gradient('carpet', [
          [0, '#ffd98a', 0.9],
          [1, '#ffd98a', 0],
        ]),
      fill('url(#sky)'),
      shape(
        'M120 210 L300 120 L300 210 L480 120 L480 210 L660 120 L660 210 L840 120 L840 210 L1020 120 L1020 210 L1080 210 L1080 520 L120 520 Z',
        '#202648',
      ),
      ...[330, 510, 690, 870].map((x) =>
        shape(`M${x - 22} 196 L${x - 22} 152 L${x - 110} 196 Z`, ink.glow, 'opacity="0.55"'),
      ),
      rect(0, 516, width, 114, '#2b2f52'),
      rect(400, 250, 400, 268, 'url(#inside)'),
      pendant(500, 322, 28, '#7a3a1b', 90, 516, 250),
      pendant(700, 322, 28, '#7a3a1b', 90, 516, 250),
      rect(436, 420, 96, 96, '#d97a3d', 4, 'opacity="0.75"'),
      rect(668, 396, 100, 120, '#d97a3d', 4, 'opacity="0.75"'),
      shape('M400 250 L310 224 L310 546 L400 518 Z', '#343b69'),
      shape('M800 250 L890 224 L890 546 L800 518 Z', '#343b69'),
      shape('M400 518 L800 518 L980 630 L220 630 Z', 'url(#carpet)'),
      silhouette(520, 566, 190, '#241a2c'),
      silhouette(586, 572, 112, '#241a2c', 'M-12 4 Q-24 0 -30 -8 M12 4 Q24 0 30 -10'),
      silhouette(654, 566, 180, '#241a2c'),
      silhouette(300, 596, 206, '#1a1628'),
      silhouette(860, 594, 130, '#1a1628', 'M-12 4 Q-24 -4 -28 -16 M12 4 Q20 20 15 36'),
      silhouette(930, 600, 214, '#1a1628'),
      ...Array.from({ length: 9 }, (_, index) =>
        shape(
          `M${150 + index * 112} ${232 + Math.abs(4 - index) * -4} l34 0 l-17 34 Z`,
          [ink.accent, ink.amber, ink.mint][index % 3] ?? ink.amber,
        ),
      ),
      line('M120 214 Q600 262 1080 214', ink.paper, 3),
    ),

  'otto-the-moulder': () =>
    picture(
      gradient('wall', [
        [0, '#1a1210'],
        [1, '#4c2113'],
      ]) +
        gradient('metal', [
          [0, '#fff3c4'],
          [0.4, '#ffb648'],
          [1, '#f0641e'],
        ]),
      fill('url(#wall)'),
      glow(660, 420, 420),
      glow(660, 470, 300),
      rect(0, 540, width, 90, '#1d100b'),
      shape('M470 540 L500 468 L830 468 L860 540 Z', '#3c2a25'),
      rect(520, 454, 290, 20, '#4d3731', 6),
      shape('M640 454 L700 454 L690 474 L650 474 Z', 'url(#metal)'),
      shape('M662 300 Q672 380 668 458 L680 458 Q690 376 684 292 Z', 'url(#metal)'),
      group(
        'transform="rotate(-24 600 270)"',
        shape('M520 220 L680 220 L664 320 Q600 350 536 320 Z', '#2b2220'),
        shape('M526 220 L674 220 L670 244 L530 244 Z', 'url(#metal)'),
        line('M524 232 L300 210', '#2b2220', 16),
      ),
      group(
        'transform="translate(300 560)"',
        shape('M-70 0 L-60 -150 Q-84 -300 -10 -330 Q66 -326 70 -210 L60 0 Z', '#120b09'),
        shape('M40 -300 Q130 -296 150 -330 L176 -300 Q140 -244 40 -244 Z', '#120b09'),
        circle(20, -372, 52, '#120b09'),
        shape('M-40 -384 Q-26 -440 26 -434 Q78 -426 76 -384 L92 -376 L-38 -368 Z', '#120b09'),
        line('M68 -392 Q82 -372 72 -350', '#f08a3c', 4, 'opacity="0.8"'),
        line('M70 -230 Q76 -120 62 -10', '#f08a3c', 4, 'opacity="0.6"'),
      ),
      ...[
        [720, 400],
        [760, 350],
        [600, 380],
        [780, 430],
        [700, 330],
        [820, 380],
        [570, 430],
        [740, 300],
      ].map(([x = 0, y = 0], index) => circle(x, y, 3 + (index % 3), '#ffd27a')),
      ...[930, 1010, 1090].map(
        (x, index) =>
          line(`M${x} 80 L${x} ${200 + index * 26}`, '#2b1a14', 6) +
          circle(x, 214 + index * 26, 20, 'none', 'stroke="#2b1a14" stroke-width="8"'),
      ),
      rect(900, 74, 230, 10, '#2b1a14', 4),
    ),

  'job-apprenticeships': () =>
    picture(
      warmWall,
      fill('url(#wall)'),
      ...Array.from(
        { length: 5 },
        (_, index) =>
          line(`M${820 + index * 64} 120 L${820 + index * 64} ${220 + (index % 3) * 28}`, '#4a2114', 14) +
          rect(806 + index * 64, 104, 28, 30, '#4a2114', 6),
      ),
      rect(780, 92, 360, 14, '#4a2114', 4),
      rect(90, 90, 240, 170, '#7c3d25', 8),
      line('M120 130 L300 130 M120 165 L260 165 M120 200 L280 200', '#d99a72', 8, 'opacity="0.6"'),
      pendant(600, 190, 96, '#32150c', 420, 500),
      group(
        'transform="rotate(9 430 560)"',
        person(430, 640, 460, {
          coat: ink.teal,
          skin: ink.skins[3],
          hair: '#c9c2b8',
          arms: 'M-12 4 Q-20 20 -6 32 M12 6 Q26 18 34 22',
        }),
      ),
      group(
        'transform="rotate(-9 770 560)"',
        person(770, 640, 420, {
          coat: ink.violet,
          skin: ink.skins[2],
          hair: ink.black,
          bun: true,
          arms: 'M-12 6 Q-26 18 -36 22 M12 4 Q20 20 8 32',
        }),
      ),
      rect(140, 486, 920, 30, '#e0a26b', 4),
      rect(140, 516, 920, 114, '#6d341d'),
      rect(548, 446, 104, 40, ink.mist, 8),
      circle(600, 446, 30, ink.slate),
      circle(600, 446, 16, ink.glow),
      line('M640 420 L690 392', ink.black, 8),
      rect(300, 470, 84, 16, ink.accent, 4),
      rect(850, 462, 60, 24, ink.sea, 4),
    ),

  'three-engineers': () =>
    picture(
      gradient('wall', [
        [0, '#dfe7ee'],
        [1, '#b4c5d6'],
      ]) +
        gradient('tank', [
          [0, '#2e5a7a'],
          [1, '#173650'],
        ]),
      fill('url(#wall)'),
      rect(0, 540, width, 90, '#8399ae'),
      ...[0, 1, 2].map((index) => rect(60 + index * 60, 90, 40, 60, index === 1 ? ink.sea : '#9db2c4', 6)),
      rect(470, 60, 640, 490, '#3c5468', 18),
      rect(494, 84, 592, 442, 'url(#tank)', 8),
      line('M560 104 L1020 104', '#8fb0c7', 12),
      ...Array.from({ length: 44 }, (_, index) => {
        const x = 520 + ((index * 229) % 552);
        const y = 122 + ((index * 89) % 336);
        return line(`M${x} ${y} l-9 46`, '#b7dcf0', 4, 'opacity="0.65"');
      }),
      lamp(740, 520, 340, { paint: '#0c1a26', reach: 0.4 }),
      ...[610, 900, 990, 700].map((x) => line(`M${x - 22} 514 q22 -16 44 0`, '#b7dcf0', 4, 'opacity="0.8"')),
      shape('M494 84 L640 84 L520 526 L494 526 Z', '#fff', 'opacity="0.08"'),
      person(140, 596, 380, { coat: '#f7f4ee', skin: ink.skins[4], hair: ink.black, trousers: ink.teal, bun: true }),
      person(268, 606, 352, { coat: '#f1ece2', skin: ink.skins[0], hair: '#7a3a1d', trousers: ink.violet }),
      person(392, 600, 366, { coat: '#f7f4ee', skin: ink.skins[3], hair: '#2b1a12', trousers: ink.accent, bun: true }),
    ),

  'message-repair': () =>
    picture(
      gradient('wall', [
        [0, '#fde8d6'],
        [1, '#f3b48f'],
      ]),
      fill('url(#wall)'),
      circle(600, 320, 270, '#fff', 'opacity="0.35"'),
      circle(600, 320, 190, '#fff', 'opacity="0.4"'),
      shape('M400 160 Q600 70 800 160 L824 216 L376 216 Z', ink.blue),
      rect(392, 216, 416, 34, ink.deep, 8),
      rect(430, 250, 340, 20, ink.mist, 4),
      line('M600 108 L600 30', ink.deep, 26),
      ...[470, 735].map((x) => rect(x - 24, 276, 48, 56, ink.slate, 8) + rect(x - 14, 286, 28, 12, ink.mint, 3)),
      rect(556, 352, 88, 72, ink.amber, 12),
      rect(572, 368, 56, 10, ink.accent, 4),
      rect(572, 388, 36, 10, ink.accent, 4),
      line('M600 346 L600 284', ink.accent, 5, 'stroke-dasharray="3 13"'),
      shape('M588 294 L600 274 L612 294 Z', ink.accent),
      group(
        '',
        shape('M0 630 L0 520 Q160 470 300 424 L360 500 Q240 560 200 630 Z', ink.teal),
        shape(
          'M292 420 Q400 366 486 366 Q540 366 548 388 Q552 402 530 404 L470 412 Q540 412 552 428 Q556 446 524 448 L460 452 Q420 496 352 506 Z',
          ink.skins[1],
        ),
      ),
      group(
        'transform="translate(1200 0) scale(-1 1)"',
        shape('M0 630 L0 520 Q160 470 300 424 L360 500 Q240 560 200 630 Z', ink.violet),
        shape(
          'M292 420 Q400 366 486 366 Q540 366 548 388 Q552 402 530 404 L470 412 Q540 412 552 428 Q556 446 524 448 L460 452 Q420 496 352 506 Z',
          ink.skins[0],
        ),
      ),
    ),

  'message-safety': () =>
    picture(
      gradient('wall', [
        [0, '#e9eef0'],
        [1, '#c7d5d6'],
      ]) +
        gradient('button', [
          [0, '#f06a4d'],
          [1, '#b3230d'],
        ]),
      fill('url(#wall)'),
      ...[0, 1, 2].map((row) => line(`M0 ${120 + row * 200} L${width} ${120 + row * 200}`, '#b4c4c6', 4)),
      rect(0, 548, width, 82, '#94a9ab'),
      ...Array.from({ length: 16 }, (_, index) =>
        shape(`M${index * 80} 548 l40 0 l-30 30 l-40 0 Z`, index % 2 === 0 ? ink.amber : ink.black),
      ),
      rect(232, 96, 400, 400, ink.amber, 36),
      rect(258, 122, 348, 348, '#f9cb6e', 26),
      circle(432, 308, 142, '#8d8f96'),
      circle(432, 298, 132, '#c9ccd2'),
      circle(432, 290, 108, '#8c1a08'),
      circle(432, 276, 106, 'url(#button)'),
      shape('M350 250 Q370 192 440 190 Q390 206 372 262 Z', '#fff', 'opacity="0.35"'),
      group(
        'transform="translate(860 330) rotate(-8)"',
        shape('M-70 300 L-62 140 L76 140 L96 300 Z', ink.teal),
        shape(
          'M-66 150 Q-84 60 -70 10 L-64 -110 Q-62 -136 -44 -136 Q-26 -134 -26 -110 L-24 -20 L-14 -150 Q-12 -176 8 -176 Q28 -174 28 -150 L26 -20 L44 -134 Q50 -158 68 -154 Q84 -150 82 -126 L68 0 L92 -70 Q102 -92 118 -84 Q132 -76 126 -54 L94 70 Q84 130 78 150 Z',
          ink.skins[1],
        ),
        shape('M-68 40 Q-120 -10 -134 -44 Q-140 -66 -122 -72 Q-106 -76 -94 -56 L-50 6 Z', ink.skins[1]),
        line('M-30 60 Q10 40 56 52', '#a86e48', 5, 'opacity="0.7"'),
        rect(-72, 132, 156, 26, '#0a4f49', 10),
      ),
    ),

  'message-school': () =>
    picture(
      '',
      fill('#fdf8ec'),
      ...Array.from({ length: 9 }, (_, index) =>
        line(`M0 ${70 + index * 66} L${width} ${70 + index * 66}`, '#cfe0ea', 2),
      ),
      group(
        'opacity="0.9"',
        ...Array.from({ length: 30 }, (_, index) =>
          line(`M${index * 42 - 10} 560 l16 -${26 + (index % 4) * 9} l14 ${24 + (index % 3) * 9}`, ink.leaf, 7),
        ),
      ),
      circle(1050, 130, 70, '#ffd35c'),
      ...Array.from({ length: 10 }, (_, index) => {
        const angle = (index * Math.PI) / 5;
        return line(
          `M${1050 + Math.cos(angle) * 88} ${130 + Math.sin(angle) * 88} L${1050 + Math.cos(angle) * 122} ${130 + Math.sin(angle) * 122}`,
          ink.amber,
          9,
        );
      }),
      line('M560 570 Q520 430 580 330 Q610 260 590 190', ink.teal, 22),
      shape('M548 470 Q440 470 410 390 Q520 380 552 450 Z', ink.sea),
      shape('M566 400 Q680 400 712 316 Q600 310 570 376 Z', ink.leaf),
      ...Array.from({ length: 7 }, (_, index) =>
        group(
          `transform="rotate(${index * 51} 592 160)"`,
          `<ellipse cx="592" cy="94" rx="32" ry="54" fill="${[ink.orange, ink.peach][index % 2]}"/>`,
        ),
      ),
      circle(592, 160, 50, '#ffe08a'),
      circle(576, 152, 6, ink.black),
      circle(608, 152, 6, ink.black),
      line('M574 174 Q592 192 610 174', ink.black, 6),
      shape('M470 240 L360 560 L824 560 L712 240 Z', '#ffe08a', 'opacity="0.28"'),
      group(
        'transform="translate(270 470)"',
        `<ellipse cx="0" cy="60" rx="76" ry="48" fill="${ink.violet}"/>`,
        circle(74, 10, 42, ink.violet),
        shape('M44 -16 L46 -62 L74 -30 Z M84 -30 L108 -62 L112 -14 Z', ink.violet),
        circle(62, 6, 7, '#fff'),
        circle(90, 6, 7, '#fff'),
        line('M-70 50 Q-130 30 -112 -30', ink.violet, 15),
        line('M-40 96 L-40 116 M36 100 L36 116', ink.violet, 15),
        line('M70 26 Q76 32 82 26', '#fff', 4),
      ),
      group(
        'transform="translate(880 330)"',
        `<ellipse cx="0" cy="0" rx="54" ry="38" fill="${ink.accent}"/>`,
        circle(46, -26, 27, ink.accent),
        shape('M70 -28 L98 -20 L70 -12 Z', ink.amber),
        circle(52, -32, 5, '#fff'),
        shape('M-10 -6 Q-60 -60 -92 -28 Q-60 -6 -16 12 Z', ink.brick),
        line('M-6 36 L-10 62 M12 36 L16 62', ink.black, 5),
      ),
      line('M760 398 L1010 392', '#8a5a33', 12),
      rect(0, 0, width, height, 'none', 0, `stroke="${ink.peach}" stroke-width="22"`),
    ),
};
