/**
 * A UUID in lower case. New ones are version 7, so that they sort by time of creation (RFC 9562).
 * @format uuid
 */
export type Id<Name extends string> = string & { readonly id: Name };

export type TenantId = Id<'tenant'>;
export type OutletId = Id<'outlet'>;

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a UUID of any version in lower case. */
export function isUuid(text: string): boolean {
  return UUID_FORM.test(text);
}

/** Where new ids come from; tests and replays give a seeded one. */
export interface IdSource {
  next<Name extends string>(): Id<Name>;
}

const RANDOM_BYTES = 8;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Makes UUIDv7s from a clock and random bytes. Ids made within one millisecond keep their order: a 12-bit counter fills
 * `rand_a` (RFC 9562 §6.2 method 1) and runs ahead of the clock rather than repeat.
 */
export class UuidV7Source implements IdSource {
  private lastMs = 0;
  private counter = 0;

  constructor(
    private readonly now: () => number,
    private readonly randomBytes: (size: number) => Uint8Array,
  ) {}

  next<Name extends string>(): Id<Name> {
    const random = this.randomBytes(RANDOM_BYTES);
    this.advance();
    const time = this.lastMs.toString(16).padStart(12, '0');
    const counter = this.counter.toString(16).padStart(3, '0');
    const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
    const sequence = (HEX[variant] ?? '') + (HEX[random[1] ?? 0] ?? '');
    let node = '';
    for (let index = 2; index < RANDOM_BYTES; index++) node += HEX[random[index] ?? 0] ?? '';
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${sequence}-${node}` as Id<Name>;
  }

  private advance(): void {
    const ms = this.now();
    if (ms > this.lastMs) {
      this.lastMs = ms;
      this.counter = 0;
    } else if (this.counter === 0xfff) {
      this.lastMs += 1;
      this.counter = 0;
    } else {
      this.counter += 1;
    }
  }
}
