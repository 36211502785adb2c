import type { Chance } from '../faults/chance.js';
import type { Shop } from '../faults/shop.js';
import type { FuzzContract, Operation, Parameter } from './contract.js';
import { mutate, oddText, oddValue, type Json } from './odd-values.js';
import type { StaffedDevice } from './staffed-device.js';
import type { ValidValues } from './valid-values.js';

/** Who asks: the shop's owner, nobody, another shop, a key that may do nothing but read orders, a device, or a person at it. */
export type Role = 'owner' | 'stranger' | 'other tenant' | 'reader' | 'device' | 'session';

export interface FuzzRequest {
  readonly index: number;
  readonly operation: string;
  readonly role: Role;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** The route takes no token: whoever calls may be answered. */
  readonly isOpen: boolean;
}

/** The keys that requests are made with. */
export interface FuzzKeys {
  readonly owner: string;
  readonly other: string;
  /** The vendor's own, for routes of the platform. */
  readonly platform: string;
  readonly reader: string;
}

/** Who signed in last, and where. */
export interface Counter {
  device: StaffedDevice | undefined;
}

const ROLES: readonly (readonly [number, Role])[] = [
  [72, 'owner'],
  [3, 'device'],
  [7, 'session'],
  [6, 'stranger'],
  [6, 'other tenant'],
  [6, 'reader'],
];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
const BAD_TOKENS = [
  '',
  'Bearer',
  'Bearer x',
  'Basic YTpi',
  'Bearer pos_live_0',
  `Bearer ${'a'.repeat(4_000)}`,
  'Bearer eyJhbGciOiJub25lIn0.e30.',
  'bearer null',
];
const MEDIA = [
  'text/plain',
  'application/json; charset=latin1',
  'application/json;charset=UTF-8',
  'multipart/form-data',
  'application/xml',
  '',
  '/',
  'text/csv',
];
const KEYS = ['', ' ', 'k'.repeat(255), 'k'.repeat(256), 'caf\u00e9', 'a b', '\t', 'id:1', '0'];
const MATCHES = ['"1"', '"2"', '"0"', '*', '1', 'W/"1"', '""', '"99999999999"', '"1", "2"', "'1'", '"-1"'];
const SEGMENTS = [
  '%00',
  '%ff',
  '%',
  '..%2f..',
  '.',
  '%2e%2e',
  '%F0%9F%8D%95',
  'x'.repeat(3_000),
  "'",
  '%u0041',
  ';',
  '0',
  'null',
  '%20',
  '%ed%a0%80',
];
const ACCEPTS = [
  '*/*',
  'text/plain',
  'application/pdf',
  'text/html;q=0',
  '',
  'x',
  'application/json;q=1.5',
  'text/csv',
];

/** Makes request number `index` of a seed: always the same one, whatever the service answered before. */
export class RequestMaker {
  private readonly shared: readonly string[];
  private readonly operations: readonly (readonly [number, Operation])[];
  private values: ValidValues;

  constructor(
    contract: FuzzContract,
    private readonly allValues: ValidValues,
    private readonly shop: Shop,
    private readonly keys: FuzzKeys,
    private readonly counter: Counter,
    private readonly seed: Chance,
  ) {
    this.values = allValues;
    this.operations = contract.operations.map((operation) => [weightOf(operation), operation]);
    const chance = seed.branch('shared keys');
    this.shared = Array.from({ length: 50 }, () => chance.uuid());
  }

  make(index: number): FuzzRequest {
    const chance = this.seed.branch(`request ${index}`);
    const operation = chance.weighted(this.operations);
    this.values = this.allValues.during(index);
    const role = roleFor(operation, chance);
    const method = chance.happens(0.95) ? operation.method : chance.pick(METHODS);
    const [mediaType, body] = this.body(operation, chance);
    const headers = this.headers(this.token(role, operation, chance), method, body && mediaType, chance);
    const { device } = this.counter;
    if (device !== undefined && (role === 'device' || role === 'session') && chance.happens(0.97))
      headers['POS-Device-Secret'] = device.secret;
    const { id, isOpen } = operation;
    return { index, operation: id, role, method, path: this.path(operation, chance), headers, body, isOpen };
  }

  private path({ template, parameters }: Operation, chance: Chance): string {
    const path = template.replaceAll(/(?:([\w-]+)\/)?\{(\w+)\}/g, (_, before: string | undefined, name: string) => {
      const segment = this.segment(name, name === 'id' ? `${before ?? ''}/id` : name, parameters, chance);
      return before === undefined ? segment : `${before}/${segment}`;
    });
    const pairs = parameters
      .filter((parameter) => parameter.in === 'query' && chance.happens(0.4))
      .flatMap((parameter) => this.query(parameter, chance));
    if (chance.happens(0.04))
      pairs.push(chance.pick(['colour=red', '=', '%', 'a[]=1', '__proto__=1', 'limit=%00', '&&&', 'q']));
    return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
  }

  private segment(name: string, place: string, parameters: readonly Parameter[], chance: Chance): string {
    if (chance.happens(0.03)) return chance.pick(SEGMENTS);
    if (name === 'tenant')
      return chance.happens(0.97) ? this.shop.slug : chance.pick(['nobody', 'UPPER', 'a'.repeat(64)]);
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return encodeURIComponent(textOf(this.values.of(parameter?.schema ?? { type: 'string' }, place, chance)));
  }

  private query({ name, schema }: Parameter, chance: Chance): string[] {
    const odd = chance.happens(0.2) ? textOf(oddValue(chance)) : undefined;
    const text = (odd ?? textOf(this.values.of(schema, name, chance))).toWellFormed().slice(0, 2_000);
    const pair = `${name}=${encodeURIComponent(text)}`;
    return chance.happens(0.02) ? [pair, pair] : [pair];
  }

  private body({ bodies }: Operation, chance: Chance): [string, Buffer | undefined] {
    const known = bodies.length > 0 ? chance.pick(bodies) : undefined;
    if (known === undefined && !chance.happens(0.1)) return ['', undefined];
    const [mediaType, schema] = known ?? ['application/json', {}];
    let value = this.values.of(schema, 'body', chance);
    for (let changes = chance.pick([0, 0, 0, 1, 1, 2, 5]); changes > 0; changes -= 1) value = mutate(value, chance);
    const text = mediaType === 'text/csv' ? csvOf(chance) : JSON.stringify(value);
    const bytes = Buffer.from(text, 'utf8');
    return [mediaType, chance.happens(0.06) ? spoil(bytes, chance) : bytes];
  }

  private headers(
    token: string,
    method: string,
    mediaType: string | undefined,
    chance: Chance,
  ): Record<string, string> {
    const headers: Record<string, string> = {};
    if (token !== '') headers['Authorization'] = token;
    if (mediaType !== undefined) headers['Content-Type'] = chance.happens(0.96) ? mediaType : chance.pick(MEDIA);
    if (method === 'POST' ? chance.happens(0.93) : chance.happens(0.2)) headers['Idempotency-Key'] = this.key(chance);
    if (chance.happens(0.15)) headers['If-Match'] = chance.pick(MATCHES);
    if (chance.happens(0.05)) headers['Accept'] = chance.pick(ACCEPTS);
    if (chance.happens(0.03)) headers['X-Request-Id'] = latin1(oddText(chance)).slice(0, 500);
    if (chance.happens(0.03))
      headers['traceparent'] = chance.pick(['00-x', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`, 'z'.repeat(900)]);
    if (chance.happens(0.01)) headers['Content-Encoding'] = chance.pick(['gzip', 'br', 'identity', 'x']);
    return headers;
  }

  private token(role: Role, { template }: Operation, chance: Chance): string {
    if (role === 'stranger') return chance.pick(BAD_TOKENS);
    const owner = template.startsWith('/v1/platform/') ? this.keys.platform : this.keys.owner;
    const { device } = this.counter;
    const atCounter = { device: device?.deviceToken ?? owner, session: device?.sessionToken ?? owner };
    return `Bearer ${{ owner, 'other tenant': this.keys.other, reader: this.keys.reader, ...atCounter }[role]}`;
  }

  private key(chance: Chance): string {
    return chance.weighted<() => string>([
      [85, () => chance.uuid()],
      [8, () => chance.pick(this.shared)],
      [7, () => chance.pick(KEYS)],
    ])();
  }
}

/** What only a device, or only a person at one, can do is mostly asked by them. */
function roleFor({ template }: Operation, chance: Chance): Role {
  if (/\/(devices\/self|sign-in\/people)/.test(template) && chance.happens(0.7)) return 'device';
  if (template.endsWith('/pos/sessions') && chance.happens(0.5)) return 'device';
  if (/\/(sessions\/current|staff\/me|identity\/me)/.test(template) && chance.happens(0.7)) return 'session';
  return chance.weighted(ROLES);
}

/** Sales come first: without orders there is little to do wrong. */
function weightOf({ method, template }: Operation): number {
  if (method === 'POST' && template.endsWith('/orders')) return 8;
  return template.includes('/orders/') ? 2 : 1;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a header can carry: the client itself refuses everything else, raw requests see to that. */
function latin1(text: string): string {
  return text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?').trim();
}

function spoil(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.integer(0, Math.max(0, bytes.length - 1));
  return chance.weighted<() => Buffer>([
    [3, () => bytes.subarray(0, at)],
    [3, () => Buffer.concat([bytes.subarray(0, at), chance.bytes(chance.integer(1, 8)), bytes.subarray(at)])],
    [1, () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
    [1, () => Buffer.concat([bytes, bytes])],
    [1, () => chance.bytes(chance.integer(0, 300))],
    [1, () => Buffer.alloc(chance.pick([1_048_577, 1_100_000]), 0x20)],
    [1, () => Buffer.from(bytes.toString('utf8'), 'utf16le')],
  ])();
}

function csvOf(chance: Chance): string {
  const head = chance.happens(0.9)
    ? 'sku,name,category,price,currency,taxCategory,barcode,unit,active'
    : oddText(chance);
  const row = (): string =>
    ['tea', 'Tea', 'Drinks', '2.50', 'USD', 'standard', '', 'each', 'true']
      .map((cell) => (chance.happens(0.15) ? oddText(chance) : cell))
      .join(',');
  return [head, ...Array.from({ length: chance.integer(0, 6) }, row)].join(chance.pick(['\n', '\r\n', '\r']));
}
