import sharp from 'sharp'

export const scenes = ['road', 'lamp', 'rubbish', 'ditch', 'tree', 'sign', 'manhole', 'playground'] as const
export type Scene = (typeof scenes)[number]

const [width, height] = [1200, 900]
/** One light for each report, so that two of the same kind are not the same picture. */
const skies = [
  ['#c9d9e4', '#e9eef0'],
  ['#d8d2c4', '#efe9dd'],
  ['#b8c7d2', '#dde4e6'],
  ['#e3d3bd', '#f2e8d8'],
] as const

const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`

/** A village street: houses far away, grass, a road that leads to them. */
const street = (ground: string) => `
  ${shape('M60 400 L60 330 L150 275 L240 330 L240 400 Z', '#c8b49c')}${shape('M45 335 L150 262 L255 335 Z', '#93604c')}
  ${shape('M860 400 L860 320 L990 255 L1120 320 L1120 400 Z', '#d8cbb4')}${shape('M840 326 L990 240 L1140 326 Z', '#7f5546')}
  ${rect(120, 340, 36, 60, '#6d5a4a')}${rect(930, 335, 40, 45, '#8fa4ae')}${rect(1015, 335, 40, 45, '#8fa4ae')}
  ${ellipse(420, 350, 90, 75, '#7d9170')}${ellipse(540, 365, 70, 60, '#8b9d7c')}${ellipse(730, 355, 85, 70, '#76896b')}
  ${rect(0, 395, width, 505, '#9aa779')}${shape('M500 395 L700 395 L1080 900 L120 900 Z', ground)}
  ${shape('M596 420 L604 420 L612 500 L588 500 Z M584 560 L616 560 L630 680 L570 680 Z M560 760 L640 760 L660 900 L540 900 Z', '#e8e2d0', 'opacity=".7"')}`

const asphalt = '#77797a'
const drawings: Record<Scene, (isFixed: boolean) => string> = {
  road: (isFixed) =>
    street(asphalt) +
    (isFixed
      ? shape('M430 640 L760 628 L800 742 L410 756 Z', '#4b4d4f')
      : ellipse(600, 690, 200, 62, '#4f4a45') +
        ellipse(604, 700, 168, 46, '#3a3530') +
        ellipse(590, 708, 110, 26, '#6f7c84') +
        ellipse(420, 760, 26, 10, '#5d5a56') +
        ellipse(805, 640, 18, 8, '#5d5a56')),
  lamp: (isFixed) =>
    rect(0, 0, width, height, '#26303f') +
    shape('M60 640 L60 560 L170 490 L280 560 L280 640 Z', '#1c2430') +
    shape('M820 640 L820 540 L960 460 L1100 540 L1100 640 Z', '#1c2430') +
    rect(0, 630, width, 270, '#1a2129') +
    (isFixed ? shape('M600 230 L330 900 L900 900 Z', '#f5dfa0', 'opacity=".28"') : '') +
    rect(612, 210, 16, 560, '#5b636d') +
    shape('M612 226 L612 210 L470 190 L470 206 Z', '#5b636d') +
    ellipse(480, 212, 44, 16, isFixed ? '#ffe9a8' : '#3c444e') +
    (isFixed ? ellipse(480, 216, 110, 60, '#ffe9a8', 'opacity=".35"') : '') +
    rect(150, 585, 30, 36, '#e4c177') +
    rect(930, 565, 34, 40, '#e4c177'),
  rubbish: (isFixed) =>
    street('#a8977c') +
    (isFixed
      ? ellipse(830, 720, 220, 40, '#8d9c6c')
      : ellipse(840, 770, 290, 60, '#7f8763') +
        shape('M640 760 q-10 -140 90 -150 q20 -40 60 0 q90 10 70 150 Z', '#3e434a') +
        shape('M800 780 q0 -120 80 -130 q20 -36 50 0 q90 20 70 130 Z', '#57606a') +
        shape('M980 770 q0 -90 60 -96 q60 6 50 96 Z', '#d9d6cc') +
        rect(700, 740, 90, 46, '#b98d5a', 'transform="rotate(-8 740 760)"') +
        rect(930, 750, 70, 40, '#c8a270', 'transform="rotate(6 960 770)"')),
  ditch: (isFixed) =>
    street('#8d8a82') +
    shape('M760 430 L820 430 L1200 800 L1200 900 L1020 900 Z', '#6f6a4f') +
    (isFixed
      ? shape('M780 440 L806 440 L1190 830 L1190 880 L1080 880 Z', '#5a5640') + rect(880, 600, 190, 26, '#b9b4a9')
      : shape('M776 440 L812 440 L1200 820 L1200 890 L1050 890 Z', '#7d8f95') +
        ellipse(960, 690, 96, 40, '#66743f') +
        ellipse(1060, 780, 70, 26, '#7a6a4a') +
        rect(880, 600, 190, 26, '#b9b4a9')),
  tree: (isFixed) =>
    street(asphalt) +
    rect(300, 330, 46, 400, '#6b5440') +
    ellipse(320, 270, 210, 170, '#6d8357') +
    ellipse(230, 320, 120, 100, '#7b9263') +
    (isFixed
      ? ''
      : shape('M320 520 Q520 560 760 700 L752 722 Q520 600 318 560 Z', '#6b5440') +
        ellipse(720, 690, 150, 70, '#7b9263') +
        ellipse(820, 730, 90, 46, '#6d8357')),
  sign: (isFixed) =>
    street(asphalt) +
    `<g transform="rotate(${isFixed ? 0 : 34} 880 780)">${rect(872, 380, 16, 400, '#8b9096')}
     ${shape('M880 250 L980 430 L780 430 Z', '#b33a34')}${shape('M880 290 L948 412 L812 412 Z', '#f4efe4')}
     ${rect(873, 330, 14, 46, '#2c2c2c')}${ellipse(880, 392, 8, 8, '#2c2c2c')}</g>`,
  manhole: (isFixed) =>
    street(asphalt) +
    ellipse(600, 700, 190, 74, '#5b5d5e') +
    (isFixed
      ? ellipse(600, 700, 160, 60, '#8a8d8f') + ellipse(600, 700, 130, 46, 'none', 'stroke="#6c6f71" stroke-width="8"')
      : ellipse(600, 702, 160, 60, '#1d1d1d') +
        shape('M820 640 L1010 620 L1040 690 L850 716 Z', '#8a8d8f') +
        rect(470, 560, 10, 120, '#c9552f') +
        rect(730, 560, 10, 120, '#c9552f') +
        rect(470, 570, 270, 22, '#e9e3d6')),
  playground: (isFixed) =>
    rect(0, 395, width, 505, '#a3ad84') +
    ellipse(420, 350, 120, 95, '#7d9170') +
    ellipse(780, 360, 140, 90, '#8b9d7c') +
    ellipse(600, 800, 420, 70, '#c9b48c') +
    shape('M300 780 L360 380 L376 380 L320 780 Z M900 780 L840 380 L824 380 L880 780 Z', '#7a5b3e') +
    rect(350, 376, 500, 18, '#7a5b3e') +
    rect(470, 394, 6, 260, '#5d646b') +
    rect(540, 394, 6, 260, '#5d646b') +
    rect(460, 650, 96, 16, '#b5533a') +
    rect(680, 394, 6, 260, '#5d646b') +
    (isFixed
      ? rect(750, 394, 6, 260, '#5d646b') + rect(670, 650, 96, 16, '#b5533a')
      : rect(750, 394, 6, 110, '#5d646b') + rect(662, 668, 96, 16, '#b5533a', 'transform="rotate(38 680 660)"')),
}

/** A photo that nobody has taken: drawn, calm, with the grain of a phone, and said to be drawn. */
export async function drawScene(
  scene: Scene,
  { isFixed, light }: { isFixed: boolean; light: number },
): Promise<Uint8Array> {
  const [top, low] = skies[light % skies.length] ?? skies[0]
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>
    ${rect(0, 0, width, height, 'url(#sky)')}
    <g transform="${light % 2 === 0 ? '' : `translate(${width} 0) scale(-1 1)`}">${drawings[scene](isFixed)}</g>
    <text x="24" y="876" font-family="sans-serif" font-size="22" fill="#ffffff" opacity=".85">imagine desenată, pentru exemplu</text>
  </svg>`
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 14 } },
  })
    .png()
    .toBuffer()
  return sharp(Buffer.from(picture))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 84 })
    .toBuffer()
}
