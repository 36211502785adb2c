import { effect, signal } from '@preact/signals';
import {
  language,
  languageFor,
  LANGUAGES,
  loadLanguage,
  type Language,
  type ShownLanguage,
} from '../messages/translate.js';

export type Theme = 'light' | 'dark' | 'system';

/** How this device shows things; it is nobody's secret and may be lost. */
export const theme = signal<Theme>('system');
export const soundsOn = signal(true);

const KEY = 'pos-till-preferences';

interface Preferences {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly sounds?: boolean;
}

/** Takes over what was chosen on this device, else what the browser wants. */
export async function loadPreferences(): Promise<void> {
  const kept = readPreferences();
  const wanted = new URLSearchParams(location.search).get('lang');
  theme.value = kept.theme ?? 'system';
  soundsOn.value = kept.sounds ?? true;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const shown = signal(dark.matches);
  dark.addEventListener('change', () => (shown.value = dark.matches));
  effect(() => {
    const isDark = theme.value === 'dark' || (theme.value === 'system' && shown.value);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  });
  effect(() => {
    document.documentElement.lang = language.value === 'xx-long' || language.value === 'xx-rtl' ? 'en' : language.value;
    document.documentElement.dir = language.value === 'xx-rtl' ? 'rtl' : 'ltr';
  });
  await speak(asked(wanted) ?? kept.language ?? languageFor(navigator.languages));
}

/** Shows a language once its texts are there; without them (an update that is half here, offline) it stays as it is. */
async function speak(wanted: ShownLanguage): Promise<void> {
  try {
    await loadLanguage(wanted);
    language.value = wanted;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

/** Takes over a choice and keeps it where the browser keeps anything. */
export function choose(choice: Preferences): void {
  if (choice.language !== undefined) void speak(choice.language);
  if (choice.theme !== undefined) theme.value = choice.theme;
  if (choice.sounds !== undefined) soundsOn.value = choice.sounds;
  const text = JSON.stringify({ ...readPreferences(), ...choice });
  tryStorage(() => localStorage.setItem(KEY, text));
}

function readPreferences(): Preferences {
  const text = tryStorage(() => localStorage.getItem(KEY));
  if (text === undefined || text === null) return {};
  try {
    return JSON.parse(text) as Preferences;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function asked(tag: string | null): ShownLanguage | undefined {
  return [...LANGUAGES, 'xx-long' as const, 'xx-rtl' as const].find((one) => one === tag);
}

/** A browser that keeps nothing throws here; preferences then last as long as the page. */
function tryStorage<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
