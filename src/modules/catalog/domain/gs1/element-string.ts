import { problemOfComponent } from './element-checks.js';
import { ELEMENT_RULES, type ElementRule } from './element-table.js';

/** What is wrong with a GS1 element string. */
export interface ElementProblem {
  /** `csum` where it is the check digit. */
  readonly problem: string;
  /** The application identifier, or what stands where one should. */
  readonly ai: string;
}

/** Values by application identifier. */
export type Elements = ReadonlyMap<string, string>;

const SEPARATOR = '\u001d';
// What scanners put before the data to name the symbology: GS1-128, DataMatrix, DataBar, QR, Dot Code.
const SYMBOLOGIES = /^\](?:C1|d2|e0|Q3|J1)/;
const READABLE = /^\((\d{2,4})\)([^(]*)/;
const LENGTH_MAX = 1000;

/** True for what can only be a GS1 element string: by its symbology, its separators or its brackets. */
export function isElementString(code: string): boolean {
  return SYMBOLOGIES.test(code) || code.includes(SEPARATOR) || /^\(\d{2,4}\)/.test(code);
}

/**
 * Reads a GS1 element string by GS1's own table: as a scanner sends it, with or without the symbology's name before it, with
 * separators (`GS`, U+001D) after elements of open length; or as people read it, with brackets around identifiers.
 */
export function readElements(code: string): Elements | ElementProblem {
  if (code.length > LENGTH_MAX) return { problem: 'is too long', ai: '' };
  const data = code.replace(SYMBOLOGIES, '').replace(/^\u001d/, '');
  const elements = data.startsWith('(') ? splitReadable(data) : splitScanned(data);
  if ('problem' in elements) return elements;
  const found = new Map<string, string>();
  for (const [ai, value] of elements) {
    const rule = ELEMENT_RULES.get(ai);
    if (rule === undefined) return { problem: 'is no application identifier', ai };
    const problem = problemOfValue(rule, value);
    if (problem !== undefined) return { problem, ai };
    if (found.has(ai) && found.get(ai) !== value) return { problem: 'comes twice', ai };
    found.set(ai, value);
  }
  return problemOfPairs(found) ?? found;
}

type Split = (readonly [ai: string, value: string])[] | ElementProblem;

function splitReadable(data: string): Split {
  const elements: [string, string][] = [];
  for (let rest = data; rest !== '';) {
    const match = READABLE.exec(rest);
    if (match === null) return { problem: 'is no application identifier', ai: rest.slice(0, 4) };
    const [whole, ai = '', value = ''] = match;
    elements.push([ai, value]);
    rest = rest.slice(whole.length);
  }
  return elements;
}

function splitScanned(data: string): Split {
  const elements: [string, string][] = [];
  for (let at = 0; at < data.length;) {
    const rule = ruleAt(data, at);
    if (rule === undefined) return { problem: 'is no application identifier', ai: data.slice(at, at + 4) };
    const start = at + rule.ai.length;
    const separator = data.indexOf(SEPARATOR, start);
    const stop = separator < 0 ? data.length : separator;
    const end = rule.predefined ? Math.min(stop, start + lengthOf(rule)) : stop;
    elements.push([rule.ai, data.slice(start, end)]);
    at = end === separator ? end + 1 : end;
  }
  return elements;
}

function ruleAt(data: string, at: number): ElementRule | undefined {
  for (const length of [2, 3, 4]) {
    const rule = ELEMENT_RULES.get(data.slice(at, at + length));
    if (rule?.ai.length === length) return rule;
  }
  return undefined;
}

function lengthOf({ components }: ElementRule): number {
  return components.reduce((length, { max }) => length + max, 0);
}

function problemOfValue({ components }: ElementRule, value: string): string | undefined {
  let at = 0;
  for (const component of components) {
    const part = value.slice(at, at + component.max);
    at += part.length;
    if (part === '' && component.optional) continue;
    if (part.length < component.min) return 'is too short';
    const problem = problemOfComponent(component, part);
    if (problem !== undefined) return problem;
  }
  return at < value.length ? 'is too long' : undefined;
}

function problemOfPairs(found: Elements): ElementProblem | undefined {
  const there = [...found.keys()];
  for (const ai of there) {
    const { excludes = [] } = ELEMENT_RULES.get(ai) ?? {};
    const excluded = there.find((other) => other !== ai && excludes.some((pattern) => matches(other, pattern)));
    if (excluded !== undefined) return { problem: `must not come with ${excluded}`, ai };
  }
  return undefined;
}

function matches(ai: string, pattern: string): boolean {
  return ai.length === pattern.length && Array.from(pattern).every((mark, place) => mark === 'n' || mark === ai[place]);
}
