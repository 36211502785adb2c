/** One setting: its name in the environment, what it may be, and what it is for. */
export interface Variable<Value> {
  readonly name: string;
  readonly doc: string;
  /** As docs/configuration.md shows it. */
  readonly type: string;
  readonly range: string;
  readonly defaultText: string;
  /** Never printed. */
  readonly secret: boolean;
  /** A tenant may have its own value in its settings under `config`. */
  readonly perTenant: boolean;
  /** @throws Error with the reason when the text is no such value. `undefined` asks for the default. */
  read(text: string | undefined): Value;
}

interface Options {
  readonly secret?: boolean;
  readonly perTenant?: boolean;
}

/** A whole number within a range. */
export function integer(
  name: string,
  fallback: number,
  min: number,
  max: number,
  doc: string,
  options: Options = {},
): Variable<number> {
  return {
    ...base(name, doc, options),
    type: 'integer',
    range: `${min}–${max}`,
    defaultText: String(fallback),
    read: (text) => {
      if (text === undefined) return fallback;
      const value = Number(text);
      if (!/^-?\d+$/.test(text) || value < min || value > max)
        throw new Error(`must be an integer from ${min} to ${max}`);
      return value;
    },
  };
}

/** One of a few words. */
export function choice<Word extends string>(
  name: string,
  fallback: Word,
  words: readonly Word[],
  doc: string,
  options: Options = {},
): Variable<Word> {
  return {
    ...base(name, doc, options),
    type: 'word',
    range: words.join(', '),
    defaultText: fallback,
    read: (text) => {
      if (text === undefined) return fallback;
      if (!(words as readonly string[]).includes(text)) throw new Error(`must be one of ${words.join(', ')}`);
      return text as Word;
    },
  };
}

/** Several words, separated by commas, of a known set. */
export function words(
  name: string,
  fallback: readonly string[],
  known: readonly string[],
  doc: string,
): Variable<readonly string[]> {
  return {
    ...base(name, doc, {}),
    type: 'list',
    range: known.join(', '),
    defaultText: fallback.join(','),
    read: (text) => {
      if (text === undefined) return fallback;
      const values = text.split(',').map((word) => word.trim());
      if (!values.every((word) => known.includes(word))) throw new Error(`must be a list of: ${known.join(', ')}`);
      return values;
    },
  };
}

/** Any text; absent it is `undefined`. */
export function text(name: string, doc: string, options: Options = {}): Variable<string | undefined> {
  return { ...base(name, doc, options), type: 'text', range: '', defaultText: '', read: (value) => value };
}

/** Any text, with a value to fall back on. */
export function textOr(name: string, fallback: string, doc: string): Variable<string> {
  return { ...base(name, doc, {}), type: 'text', range: '', defaultText: fallback, read: (value) => value ?? fallback };
}

/** A URL of one of the schemes; absent it is `undefined`. */
export function url(
  name: string,
  schemes: readonly string[],
  doc: string,
  options: Options = {},
): Variable<string | undefined> {
  return {
    ...base(name, doc, options),
    type: 'URL',
    range: schemes.map((scheme) => `${scheme}://`).join(', '),
    defaultText: '',
    read: (value) => {
      if (value === undefined) return undefined;
      if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol.slice(0, -1))) {
        throw new Error(`must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`);
      }
      return value;
    },
  };
}

function base(
  name: string,
  doc: string,
  { secret = false, perTenant = false }: Options,
): Pick<Variable<never>, 'name' | 'doc' | 'secret' | 'perTenant'> {
  return { name, doc, secret, perTenant };
}
