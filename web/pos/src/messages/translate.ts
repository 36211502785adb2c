import { computed, signal } from '@preact/signals';
import { english, type MessageKey, type Messages } from './message.js';

export type { Message, MessageKey, Messages } from './message.js';

export type MessageParameters = Readonly<Record<string, string | number>>;

export const LANGUAGES = ['en', 'sw', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Two for tests: texts 40 % longer with accents, and texts from right to left. */
export type ShownLanguage = Language | 'xx-long' | 'xx-rtl';

const spokenNow: Partial<Record<Language, Messages>> & { readonly en: Messages } = { en: english };
/** A till speaks one language; the others are fetched when somebody wants them, from the files that are kept for offline. */
const LOADED: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly messages: Messages }>>> = {
  sw: () => import('./all.sw.js'),
  fr: () => import('./all.fr.js'),
};

/** Fetches the texts of a language, before it is shown. */
export async function loadLanguage(wanted: ShownLanguage): Promise<void> {
  const asked = spoken(wanted);
  if (asked !== 'en') spokenNow[asked] ??= (await LOADED[asked]()).messages;
}

export const language = signal<ShownLanguage>('en');
const rules = computed(() => new Intl.PluralRules(spoken(language.value)));

/** The language that is spoken where a test shows another one. */
export function spoken(shown: ShownLanguage): Language {
  return shown === 'xx-long' || shown === 'xx-rtl' ? 'en' : shown;
}

/** The text of a key in the language of the till; a component that shows it follows the language. */
export function t(key: MessageKey, parameters: MessageParameters = {}): string {
  const shown = language.value;
  const message = (spokenNow[spoken(shown)] ?? spokenNow.en)[key];
  const text = typeof message === 'string' ? message : counted(message, parameters['n']);
  const form = shown === 'xx-long' ? longer(text) : shown === 'xx-rtl' ? `\u202e${text}\u202c` : text;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

function counted(
  { one, other }: { readonly one: string; readonly other: string },
  n: string | number | undefined,
): string {
  return rules.value.select(Number(n)) === 'one' ? one : other;
}

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ô', u: 'ü', c: 'ç', n: 'ñ' };

/** Letters with accents and 40 % more of them; what is put in stays. */
function longer(text: string): string {
  const accented = text.replace(/\{\w+\}|[aeioucn]/g, (part) => ACCENTS[part] ?? part);
  return `${accented}${'~'.repeat(Math.ceil(text.length * 0.4))}`;
}

/** The first of the languages that somebody speaks and the till does, or English. @param wanted such as `fr-CH`. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((one) => one === tag.slice(0, 2).toLowerCase());
    if (found !== undefined) return found;
  }
  return 'en';
}
