import {
  circle,
  fill,
  glow,
  gradient,
  group,
  house,
  ink,
  lamp,
  line,
  person,
  picture,
  rect,
  shape,
  silhouette,
  tree,
  width,
} from './kit.ts';

const confetti = [ink.orange, ink.amber, ink.sea, ink.violet, ink.peach];

export const comingScenes: Record<string, () => string> = {
  'engage-thirty-years': () =>
    picture(
      gradient('wall', [
        [0, '#2a2350'],
        [1, '#5b3a63'],
      ]),
      fill('url(#wall)'),
      glow(600, 180, 330),
      ...Array.from({ length: 46 }, (_, index) =>
        rect(
          (index * 137) % width,
          (index * 89) % 360,
          13,
          7,
          confetti[index % confetti.length] ?? ink.amber,
          2,
          `transform="rotate(${index * 31} ${(index * 137) % width} ${(index * 89) % 360})" opacity="0.85"`,
        ),
      ),
      rect(0, 545, width, 85, '#33213f'),
      shape('M360 470 L840 470 L800 560 L400 560 Z', ink.paper),
      rect(400, 380, 400, 96, ink.sand, 18),
      rect(445, 300, 310, 90, ink.peach, 16),
      line('M400 430 q33 26 66 0 t66 0 t66 0 t66 0 t68 0 t68 0', ink.accent, 10),
      line('M445 346 q31 22 62 0 t62 0 t62 0 t62 0 t62 0', ink.brick, 8),
      line('M600 300 L600 120 Q600 84 640 84', ink.black, 14),
      shape('M628 74 L712 84 Q720 100 704 102 L636 96 Z', ink.black),
      glow(672, 104, 120),
      ...[490, 545, 655, 710].flatMap((x) => [
        rect(x - 5, 256, 10, 46, ink.paper, 3),
        glow(x, 246, 42),
        circle(x, 246, 8, ink.glow),
      ]),
      ...[90, 205, 320].map((x, index) =>
        person(x, 610, 240 + index * 12, {
          coat: [ink.teal, ink.orange, ink.blue][index] ?? ink.teal,
          skin: ink.skins[index] ?? ink.skins[0],
          arms: 'M-11 4 Q-22 -12 -20 -34 M11 4 Q22 -12 20 -34',
          bun: index === 1,
        }),
      ),
      ...[880, 995, 1110].map((x, index) =>
        person(x, 610, 264 - index * 12, {
          coat: [ink.violet, ink.leaf, ink.accent][index] ?? ink.violet,
          skin: ink.skins[index + 3] ?? ink.skins[3],
          arms: 'M-11 4 Q-22 -12 -20 -34 M11 4 Q22 -12 20 -34',
          bun: index === 2,
        }),
      ),
    ),
  'solar-lamp': () =>
    picture(
      gradient('dawn', [
        [0, '#7f93b8'],
        [0.55, '#cfd6e4'],
        [0.8, '#f7dcc0'],
        [1, '#fbe9d6'],
      ]),
      fill('url(#dawn)'),
      circle(930, 392, 74, '#ffe9b8'),
      glow(930, 392, 230),
      ...[
        [180, 120, 150],
        [470, 80, 190],
        [820, 150, 160],
        [1080, 90, 130],
      ].map(
        ([x = 0, y = 0, w = 0]) =>
          `<ellipse cx="${x}" cy="${y}" rx="${w}" ry="34" fill="#fff" opacity="0.55" filter="url(#faint)"/>`,
      ),
      house(60, 520, 330, 210, '#8d5a48', 7, 0.5, 70),
      rect(184, 430, 74, 90, ink.brick, 4),
      shape('M150 308 L225 262 L300 308 Z', '#6f4436'),
      tree(470, 525, 190, '#7a8a86', '#57605e'),
      tree(1090, 525, 150, '#8b9a94', '#57605e'),
      rect(0, 515, width, 115, '#eef1f4'),
      shape('M0 560 Q300 528 620 556 T1200 548 L1200 630 L0 630 Z', '#fff'),
      lamp(700, 585, 430, { reach: 0.34 }),
      group(
        '',
        rect(664, 250, 58, 172, '#1f3a5f', 5),
        ...[0, 1, 2, 3].map((row) => line(`M664 ${284 + row * 36} L722 ${284 + row * 36}`, '#6f93bd', 3)),
        line('M693 250 L693 422', '#6f93bd', 3),
        rect(674, 490, 52, 70, ink.teal, 6),
        shape('M704 500 L688 530 L699 530 L694 552 L713 520 L701 520 Z', ink.glow),
      ),
      ...[300, 356, 560].map((x, index) =>
        person(x, 596, 116 + index * 10, {
          coat: [ink.orange, ink.violet, ink.sea][index] ?? ink.orange,
          skin: ink.skins[index] ?? ink.skins[0],
          trousers: ink.blue,
        }),
      ),
    ),
  'message-welcome': () =>
    picture(
      gradient('morning', [
        [0, '#f9d9b4'],
        [0.6, '#fdeedb'],
        [1, '#fbf6ec'],
      ]),
      fill('url(#morning)'),
      glow(600, 330, 380),
      ...[0, 1, 2, 3].map((index) =>
        shape(`M${250 + index * 180} 330 l0 -90 l90 60 l90 -60 l0 90 Z`, '#c98a63', 'opacity="0.6"'),
      ),
      rect(230, 330, 760, 200, '#d79d74', 0, 'opacity="0.7"'),
      ...Array.from({ length: 7 }, (_, index) => rect(280 + index * 100, 380, 52, 60, '#fff4de', 4, 'opacity="0.9"')),
      rect(0, 525, width, 105, '#b98663'),
      rect(96, 150, 46, 400, ink.brick, 4),
      rect(1058, 150, 46, 400, ink.brick, 4),
      circle(119, 138, 26, ink.black),
      circle(1081, 138, 26, ink.black),
      ...[0, 1, 2, 3, 4].flatMap((index) => [
        line(`M${150 + index * 34} ${230 - index * 5} L${150 + index * 34} ${560 + index * 12}`, ink.deep, 8),
        line(`M${1050 - index * 34} ${230 - index * 5} L${1050 - index * 34} ${560 + index * 12}`, ink.deep, 8),
      ]),
      line('M142 250 L296 226 M142 520 L296 560 M1058 250 L904 226 M1058 520 L904 560', ink.deep, 10),
      person(500, 615, 330, {
        coat: ink.teal,
        skin: ink.skins[3],
        hair: '#5a3b28',
        arms: 'M-11 4 Q-17 22 -13 36 M11 4 Q22 14 32 12',
        bun: true,
      }),
      person(730, 615, 312, { coat: ink.orange, skin: ink.skins[2], arms: 'M-11 4 Q-20 16 -27 16 M11 4 Q17 22 13 36' }),
      shape('M588 400 Q588 346 636 346 Q684 346 684 400 L698 404 L574 404 Z', ink.amber),
      rect(628, 340, 16, 60, '#e09a2f', 6),
      silhouette(880, 545, 120, '#a06f4d'),
      silhouette(930, 545, 108, '#a06f4d'),
    ),
};
