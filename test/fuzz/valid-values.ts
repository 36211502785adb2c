import type { Chance } from '../faults/chance.js';
import type { Shop } from '../faults/shop.js';
import type { FuzzContract, Schema } from './contract.js';
import type { MoneyWorld } from './money-world.js';
import type { Json } from './odd-values.js';
import { PIN } from './staffed-device.js';

/** How many ids are in use at a time, and for how many requests one of them is. */
const IDS = 12;
const REQUESTS_AN_ID = 30;
/** Members that mostly make a sale refused: rare, so that others are looked at too. */
const RARE = new Set(['unitPrice', 'promoCodes']);
/** Of other businesses: our own one must stay open. */
const SLUGS = ['corner-cafe', 'night-market', 'lake-house'];
const LIST_MAX = 4;
const DEPTH_MAX = 12;

/** Values that a shop might really send: made from the schema, with words that mean something to this shop. */
export class ValidValues {
  constructor(
    private readonly contract: FuzzContract,
    private readonly shop: Shop,
    private readonly seed: Chance,
    private readonly world: MoneyWorld,
    private readonly index = 0,
  ) {}

  /** The same around a later request: ids come and go, or every order would soon be finished. */
  during(index: number): ValidValues {
    return new ValidValues(this.contract, this.shop, this.seed, this.world, index);
  }

  /** One of a few ids, the same in each run of a seed: what one request made, another one finds. */
  id(chance: Chance): string {
    return this.seed.branch(`id ${Math.floor(this.index / REQUESTS_AN_ID) + chance.integer(0, IDS - 1)}`).uuid();
  }

  of(given: Schema, name: string, chance: Chance, depth = 0): Json {
    const schema = this.contract.resolve(given);
    if (schema.nullable === true && chance.happens(0.1)) return null;
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice !== undefined) return this.of(chance.pick(choice), name, chance, depth + 1);
    if (schema.allOf !== undefined) return this.ofAll(schema.allOf, name, chance, depth);
    if (schema.enum !== undefined) return chance.pick(schema.enum) as Json;
    if (schema.type === 'object' || schema.properties !== undefined) return this.object(schema, chance, depth);
    if (schema.type === 'array') return this.list(schema, name, chance, depth);
    if (schema.type === 'boolean') return chance.happens(0.5);
    if (schema.type === 'integer' || schema.type === 'number') return this.number(schema, name, chance);
    return this.text(schema, name, chance);
  }

  private ofAll(parts: readonly Schema[], name: string, chance: Chance, depth: number): Json {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0) return this.of(only, name, chance, depth + 1);
    const made = parts.map((part) => this.of(part, name, chance, depth + 1));
    return Object.assign({}, ...made) as Json;
  }

  private object({ properties = {}, required = [] }: Schema, chance: Chance, depth: number): Json {
    if (depth > DEPTH_MAX) return {};
    const wanted = Object.entries(properties).filter(
      ([name]) => required.includes(name) || chance.happens(RARE.has(name) ? 0.03 : 0.45),
    );
    return Object.fromEntries(wanted.map(([name, schema]) => [name, this.of(schema, name, chance, depth + 1)]));
  }

  private list({ items = {} }: Schema, name: string, chance: Chance, depth: number): Json {
    const length =
      depth > DEPTH_MAX ? 0 : name === 'modifiers' || name === 'promoCodes' ? 0 : chance.integer(0, LIST_MAX);
    return Array.from({ length }, () => this.of(items, name, chance, depth + 1));
  }

  private number({ minimum = 0, maximum = 5_000 }: Schema, name: string, chance: Chance): number {
    if (name === 'amount') return chance.integer(1, 5_000);
    return chance.integer(Math.max(minimum, -5_000), Math.min(maximum, 5_000));
  }

  private text({ example, pattern }: Schema, name: string, chance: Chance): string {
    const known = this.meaning(name, pattern ?? '', chance);
    if (known !== undefined) return known;
    if (typeof example === 'string') return example;
    return chance.pick(['tea', 'a', 'x-1', 'Main street', 'note', '42', 'Café']);
  }

  private meaning(name: string, pattern: string, chance: Chance): string | undefined {
    const { outlets, items } = this.shop;
    if (name === 'outletId') return chance.pick(outlets).id;
    if (name === 'sku') return chance.pick(items).sku;
    if (name === 'currency') return chance.happens(0.95) ? this.shop.currency : 'EUR';
    if (name === 'tender' || name === 'tenders')
      return chance.pick(['cash', 'cash', 'card', 'voucher', 'mobile_money', 'house_account']);
    if (name === 'quantity') return chance.pick(['1', '2', '0.5', '3.25', '0.482']);
    if (name === 'receiptPrefix') return chance.pick(['A', 'B', 'Z9', 'Q']) + String(chance.integer(0, 99));
    if (name === 'timeZone') return chance.pick(['America/New_York', 'Africa/Nairobi', 'Asia/Kathmandu']);
    if (name === 'code')
      return chance.pick(['standard', 'reduced', 'on_top', 'luxury', 'free', 'pro', 'cashier', 'floor_lead']);
    if (name === 'plan') return chance.pick(['free', 'standard', 'pro']);
    if (name === 'role') return chance.pick(['cashier', 'manager', 'owner', 'floor_lead']);
    if (name === 'pin' || name === 'current') return chance.happens(0.8) ? PIN : '0000';
    if (name === 'slug') return chance.pick(SLUGS);
    if (/^\^\[0-9a-f\]\{8\}/.test(pattern)) return this.world.id(name, this.index, chance) ?? this.id(chance);
    if (pattern.includes('T([01]'))
      return new Date(Date.UTC(2026, chance.integer(0, 9), chance.integer(1, 28), chance.integer(0, 23))).toISOString();
    if (/^\^\\d\{4\}-/.test(pattern)) return `2026-0${chance.integer(1, 9)}-1${chance.integer(0, 9)}`;
    return undefined;
  }
}
