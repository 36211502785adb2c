import { brand, brandingChanged, BRANDING_UNSET } from './branding.js';
import { versionParts } from './app-version.js';

const WISH = { logo: null, primaryColour: '#000000', accentColour: '#0b7285', backgroundColour: '#ffffff' };
const PICTURE = `data:image/png;base64,${'A'.repeat(64)}`;

test.each([
  [null, 'none'],
  ['https://cdn.example/logo.png', 'address'],
  [PICTURE, 'picture'],
])('%p is a logo', (logo, shown) => {
  const branding = brand(BRANDING_UNSET, { ...WISH, logo });
  expect(branding).toMatchObject({ logo, version: 1 });
  const event = brandingChanged('t', branding, BRANDING_UNSET);
  expect(event).toMatchObject({ data: { branding: { logo: shown }, before: { logo: 'none' } } });
});

test.each([
  'http://cdn.example/logo.png',
  'https://user@cdn.example/logo.png',
  'javascript:alert(1)',
  'data:image/svg+xml;base64,AAAA',
  'data:text/html;base64,AAAA',
  `data:image/png;base64,${'A'.repeat(90_000)}`,
  'data:image/png;base64,<script>',
])('%.40p is none', (logo) => {
  expect(() => brand(BRANDING_UNSET, { ...WISH, logo })).toThrow('branding_invalid');
});

test.each([
  ['4.10.2', [4, 10, 2, 0]],
  ['4', [4, 0, 0, 0]],
  ['4.9.1-rc.2', [4, 9, 1, 0]],
  ['next', [0, 0, 0, 0]],
])('%s is compared by %p', (version, parts) => {
  expect(versionParts(version)).toEqual(parts);
});
