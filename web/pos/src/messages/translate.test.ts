import { en } from './en.js';
import { fr } from './fr.js';
import { paying as payingEn } from './paying.en.js';
import { paying as payingFr } from './paying.fr.js';
import { paying as payingSw } from './paying.sw.js';
import { selling as sellingEn } from './selling.en.js';
import { selling as sellingFr } from './selling.fr.js';
import { selling as sellingSw } from './selling.sw.js';
import { sw } from './sw.js';
import { language, languageFor, loadLanguage, t, type Message } from './translate.js';

const english: Readonly<Record<string, Message>> = { ...en, ...sellingEn, ...payingEn };

function placesOf(message: Message | undefined): readonly string[] {
  const texts = message === undefined ? [] : typeof message === 'string' ? [message] : [message.other];
  return texts.flatMap((text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place)).sort();
}

test.each<[string, Readonly<Record<string, Message>>]>([
  ['sw', { ...sw, ...sellingSw, ...payingSw }],
  ['fr', { ...fr, ...sellingFr, ...payingFr }],
])('%s says everything, with the same things put in', (_language, messages) => {
  expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  const differing = Object.keys(english).filter(
    (key) => placesOf(english[key]).join() !== placesOf(messages[key]).join(),
  );
  expect(differing).toEqual([]);
});

test('one and many are told apart, as each language does', async () => {
  const kept = (n: number): string => t('bar.offlineKept', { n, age: '12 min' });
  expect([kept(1), kept(4)]).toEqual([
    'Offline. 1 sale kept on this device, 12 min old.',
    'Offline. 4 sales kept on this device, oldest 12 min.',
  ]);
  await loadLanguage('fr');
  language.value = 'fr';
  expect(kept(0)).toContain('0 vente gardée');
  language.value = 'xx-long';
  expect(kept(4).length).toBeGreaterThan(60);
  language.value = 'en';
});

test.each([
  [['fr-CH', 'de'], 'fr'],
  [['de', 'sw-KE'], 'sw'],
  [['de'], 'en'],
  [[], 'en'],
])('a browser that speaks %p is shown %p', (wanted, found) => {
  expect(languageFor(wanted)).toBe(found);
});
