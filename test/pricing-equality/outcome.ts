import { SaleRefused, type PersonAtTill, type Register } from '../../sdk/src/engine.js';
import type { StepSnapshot } from '../../src/modules/orders/domain/order-snapshot.js';
import type { RandomSale } from './random-sale.js';

/** What became of pricing a sale, by either side. */
export type Outcome =
  | { readonly order: object; readonly explanation: readonly StepSnapshot[] }
  | { readonly refused: string; readonly facts: object; readonly fields: readonly object[] };

const CASHIER = ['orders:read', 'orders:write'];
const MANAGER = [...CASHIER, 'orders:discount', 'orders:comp', 'orders:override_price', 'orders:tax_exempt'];

/** Who rings up the sales of the comparison. */
export function tellerOf(manager: boolean): PersonAtTill {
  return { personId: 'teller', permissions: new Set(manager ? MANAGER : CASHIER) };
}

/** Prices by the register. */
export async function registerOutcome(register: Register, { draft, manager }: RandomSale): Promise<Outcome> {
  try {
    const { order, explanation } = await register.price(draft, tellerOf(manager));
    return { order, explanation };
  } catch (error) {
    if (!(error instanceof SaleRefused)) throw error;
    return { refused: error.code, facts: error.facts, fields: error.fields };
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/**
 * The whole outcome as text, every member of it, in one order. Ids count by where they first stand: parts of a combo that nobody
 * named get ids of their own on both sides.
 */
export function outcomeText(outcome: Outcome): string {
  const places = new Map<string, string>();
  return JSON.stringify(sorted(outcome)).replace(ID, (id) => {
    const place = places.get(id) ?? `id-${places.size}`;
    places.set(id, place);
    return place;
  });
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Date) return value.toISOString();
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

/** The first place in which two outcomes differ, for people: what stands around it on both sides. */
export function differenceOf(ours: string, theirs: string): string | undefined {
  if (ours === theirs) return undefined;
  let at = 0;
  while (ours[at] === theirs[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(at - 200, 0), at + 100);
  return `register: …${around(ours)}…\nservice:  …${around(theirs)}…`;
}

/** 106 bits of a text: enough to tell a hundred thousand outcomes apart, quick, and the same in every engine. */
export function hashOf(text: string): string {
  return `${half(text, 0)}${half(text, 0x9e3779b9)}`;
}

/** cyrb53, a public-domain hash of 53 bits. */
function half(text: string, seed: number): string {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}
