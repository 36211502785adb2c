import { ExpiringMap } from './expiring-map.js';
import type { ExpiringValues } from './ports.js';

/** Longer JSON is not kept, in no adapter. */
export const VALUE_MAX_CHARACTERS = 1_048_576;
const VALUES_MAX = 10_000;
const CHARACTERS_MAX = 33_554_432;

/** Values in this process's memory, as JSON: what is read is a copy here as it is elsewhere. */
export class InProcessValues implements ExpiringValues {
  private readonly texts: ExpiringMap<string>;

  constructor(now: () => number) {
    const weight = { max: CHARACTERS_MAX, of: (text: string) => text.length };
    this.texts = new ExpiringMap({ entries: VALUES_MAX, weight }, now);
  }

  async get(key: string): Promise<unknown> {
    const text = this.texts.get(key)?.value;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    const text = textOf(value);
    if (text === undefined) this.texts.delete(key);
    else this.texts.set(key, text, ttlMs);
  }

  async delete(key: string): Promise<void> {
    this.texts.delete(key);
  }

  clear(): void {
    this.texts.clear();
  }
}

/** The value as JSON, or `undefined` where there is nothing to keep or too much. @throws TypeError for what JSON cannot say. */
export function textOf(value: unknown): string | undefined {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined || text.length > VALUE_MAX_CHARACTERS ? undefined : text;
}
