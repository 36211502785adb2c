import { Refusal } from '../../../kernel/refusal.js';
import { money, type Money } from '../../../kernel/money.js';
import { isCurrency } from '../../../kernel/currencies.js';
import { isUuid } from '../../../kernel/ids.js';
import type { Json, JsonObject } from './entry.js';

const TEXT_MAX = 200;

/** Reads what the body of an entry says, member by member. Each read refuses with `validation_failed` what is not of its form. */
export class BodyReading {
  constructor(
    private readonly body: JsonObject,
    private readonly pointer = '',
  ) {}

  has(name: string): boolean {
    return this.value(name) !== null;
  }

  id(name: string): string {
    return this.someId(name) ?? this.refuse(name, 'is required');
  }

  someId(name: string): string | null {
    const value = this.value(name);
    if (value === null) return null;
    return typeof value === 'string' && isUuid(value) ? value : this.refuse(name, 'must be a UUID in lower case');
  }

  text(name: string): string {
    return this.someText(name) ?? this.refuse(name, 'is required');
  }

  someText(name: string): string | null {
    const value = this.value(name);
    if (value === null) return null;
    const isText = typeof value === 'string' && value !== '' && value.length <= TEXT_MAX;
    return isText ? value : this.refuse(name, `must have 1 to ${TEXT_MAX} characters`);
  }

  money(name: string): Money {
    return this.someMoney(name) ?? this.refuse(name, 'is required');
  }

  someMoney(name: string): Money | null {
    const value = this.value(name);
    if (value === null) return null;
    const { amount, currency } = (typeof value === 'object' ? value : {}) as JsonObject;
    const isMoney = typeof amount === 'number' && typeof currency === 'string' && isCurrency(currency);
    return isMoney ? money(amount, currency) : this.refuse(name, 'must be money');
  }

  whole(name: string): number {
    const value = this.value(name);
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.refuse(name, 'must be a whole number');
  }

  /** Reads a list of objects; `null` when there is none. */
  each<Item>(name: string, read: (item: BodyReading) => Item): readonly Item[] | null {
    const value = this.value(name);
    if (value === null) return null;
    if (!Array.isArray(value)) return this.refuse(name, 'must be a list');
    return (value as readonly Json[]).map((item, index) => {
      const place = `${this.pointer}/${name}/${index}`;
      if (typeof item !== 'object' || item === null || Array.isArray(item))
        throw new Refusal('validation_failed', {}, [{ pointer: place, message: 'must be an object' }]);
      return read(new BodyReading(item as JsonObject, place));
    });
  }

  private value(name: string): Json {
    return Object.hasOwn(this.body, name) ? (this.body[name] ?? null) : null;
  }

  private refuse(name: string, message: string): never {
    throw new Refusal('validation_failed', {}, [{ pointer: `${this.pointer}/${name}`, message }]);
  }
}
