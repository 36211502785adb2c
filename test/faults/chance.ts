/**
 * Seeded chance: the same seed gives the same decisions. What it cannot repeat is time, so a replay kills the same things
 * in the same order, but not always in the same microsecond of a request.
 */
export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** A source of its own for a part of the program, so that parts that run side by side do not disturb each other's order. */
  branch(name: string): Chance {
    let hash = 2_166_136_261 ^ this.seed;
    for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
    return new Chance(hash >>> 0);
  }

  /** From 0 up to but not including 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in this share of cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of them. @throws RangeError of none. */
  pick<Value>(values: readonly Value[]): Value {
    if (values.length === 0) throw new RangeError('nothing to pick from');
    return values[Math.floor(this.next() * values.length)] as Value;
  }

  /** One of them by weight. */
  weighted<Value>(choices: readonly (readonly [weight: number, value: Value])[]): Value {
    let left = this.next() * choices.reduce((total, [weight]) => total + weight, 0);
    for (const [weight, value] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return (choices[choices.length - 1] as readonly [number, Value])[1];
  }

  /** Bytes. */
  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.integer(0, 255)));
  }

  /** An id of version 7 that is new to this seed. */
  uuid(): string {
    const hex = this.bytes(16);
    hex[6] = ((hex[6] ?? 0) & 0x0f) | 0x70;
    hex[8] = ((hex[8] ?? 0) & 0x3f) | 0x80;
    const text = hex.toString('hex');
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
  }
}

/** The seed that the environment asks to replay (`SEED`, or the suite's own name for it), or a new one. */
export function seedOf(environment: Readonly<Record<string, string | undefined>>, name = 'SEED'): number {
  const asked = environment[name] ?? environment['SEED'];
  if (asked === undefined || asked === '') return Math.floor(Math.random() * 4_294_967_296);
  const seed = Number(asked);
  if (!Number.isInteger(seed) || seed < 0) throw new RangeError(`${name} must be a whole number, not ${asked}`);
  return seed;
}
