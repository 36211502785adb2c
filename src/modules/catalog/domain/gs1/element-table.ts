import { SYNTAX_DICTIONARY } from './syntax-dictionary.js';

/** One part of an element's value. */
export interface Component {
  /** N: digits. X, Y: the characters of GS1's sets 82 and 39. Z: base64url. */
  readonly type: 'N' | 'X' | 'Y' | 'Z';
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  /** Names of checks, as GS1 calls them. */
  readonly checks: readonly string[];
}

/** What the table says of one application identifier. */
export interface ElementRule {
  readonly ai: string;
  /** No separator is needed after it: every scanner knows how long it is. */
  readonly predefined: boolean;
  readonly components: readonly Component[];
  /** Identifiers or patterns (`392n`) that must not be there. */
  readonly excludes: readonly string[];
}

const EXCLUDES = 'ex=';
const COMPONENT = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)$/;

/** All application identifiers there are. */
export const ELEMENT_RULES: ReadonlyMap<string, ElementRule> = new Map(
  SYNTAX_DICTIONARY.trim().split('\n').flatMap(rulesOf),
);

function rulesOf(line: string): [string, ElementRule][] {
  const [identifiers = '', ...words] = line.split(' ');
  const components = words.map(componentOf).filter((component) => component !== undefined);
  // What an element needs beside it (`req=`) may stand on another label of the same thing: that is not looked at.
  const excludes = words.flatMap((word) => (word.startsWith(EXCLUDES) ? word.slice(EXCLUDES.length).split(',') : []));
  return rangeOf(identifiers).map((ai) => [ai, { ai, predefined: words[0] === '*', components, excludes }]);
}

function rangeOf(identifiers: string): string[] {
  const [first = '', last = first] = identifiers.split('-');
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => String(Number(first) + index).padStart(first.length, '0'));
}

function componentOf(word: string): Component | undefined {
  const match = COMPONENT.exec(word);
  if (match === null) return undefined;
  const [, bracket, type, variable, length, checks = ''] = match;
  return {
    type: type as Component['type'],
    min: variable === undefined ? Number(length) : 1,
    max: Number(length),
    optional: bracket === '[',
    checks: checks.split(',').filter((name) => name !== ''),
  };
}
