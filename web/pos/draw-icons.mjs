// Draws the pictures of the icon that installers want, from icon.svg: node web/pos/draw-icons.mjs (needs Chromium).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = join(import.meta.dirname, 'public');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const pictures = [
  { name: 'icon-192.png', size: 192, source: svg },
  { name: 'icon-512.png', size: 512, source: svg },
  // Launchers cut a circle out of it: no corners, and everything within the middle.
  {
    name: 'icon-maskable-512.png',
    size: 512,
    source: svg
      .replace(' rx="96"', '')
      .replaceAll('<g ', '<g transform="translate(77 77) scale(.7)" ')
      .replace('<path d="M208 152h96"', '<path transform="translate(77 77) scale(.7)" d="M208 152h96"'),
  },
];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? 'chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, size, source } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
