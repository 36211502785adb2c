import { isIP } from 'node:net';
import { PublicAddresses, type AddressPolicy } from './address-policy.js';

/** A place that may be called, and how far its addresses are to be checked. */
export interface CallTarget {
  readonly url: URL;
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Named in the list of exceptions: its addresses are not checked, and plain http is allowed. */
  readonly excepted: boolean;
}

export interface UrlRuleSettings {
  /** Ports that may be called. */
  readonly ports: readonly number[];
  /** Exact `host:port` pairs that may be private and plain http. For tests; empty in production. */
  readonly allow: readonly string[];
}

const URL_LENGTH_MAX = 2_048;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };

/** Decides from its text alone whether a URL may be called; names are resolved and checked again when it is. */
export class UrlRules {
  private readonly ports: ReadonlySet<number>;
  private readonly allow: ReadonlySet<string>;

  constructor(
    settings: UrlRuleSettings,
    readonly addresses: AddressPolicy = new PublicAddresses(),
  ) {
    this.ports = new Set(settings.ports);
    this.allow = new Set(settings.allow.map((pair) => pair.toLowerCase()));
  }

  /** The place, or in words what is wrong with it. */
  read(text: string): CallTarget | string {
    if (text.length > URL_LENGTH_MAX) return `must have at most ${URL_LENGTH_MAX} characters`;
    if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) return 'must be a URL that begins with https://';
    const url = new URL(text); // also writes odd spellings of IPv4 (decimal, octal, hexadecimal) as four numbers
    const port = url.port === '' ? (DEFAULT_PORTS[url.protocol] as number) : Number(url.port);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const excepted = this.allow.has(`${url.hostname}:${port}`);
    const target = { url, host, port, excepted };
    return this.refusalOf(target) ?? target;
  }

  private refusalOf({ url, host, port, excepted }: CallTarget): string | undefined {
    if (url.username !== '' || url.password !== '') return 'must not contain a user or a password';
    if (url.hash !== '' || url.href.endsWith('#')) return 'must not have a fragment';
    if (excepted) return undefined;
    if (url.protocol !== 'https:') return 'must begin with https://';
    if (!this.ports.has(port)) return `must use one of the ports ${[...this.ports].join(', ')}`;
    if (isIP(host) !== 0) {
      const why = this.addresses.refusalOf(host);
      return why === undefined ? undefined : `must be a public address (${why})`;
    }
    if (isLocalName(host)) return 'must be a public name';
    return undefined;
  }
}

/** Reads comma-separated settings such as `443,8443` and `127.0.0.1:3000,localhost:3001`. @throws Error on a bad entry. */
export function urlRuleSettings(ports: string, allow: string | undefined): UrlRuleSettings {
  const numbers = wordsOf(ports).map(Number);
  if (!numbers.every((port) => Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Error('WEBHOOK_PORTS must be ports, separated by commas');
  const pairs = wordsOf(allow ?? '');
  if (!pairs.every((pair) => /^(\[[0-9a-f:.]+\]|[^\s:[\]*]+):\d{1,5}$/i.test(pair)))
    throw new Error('WEBHOOK_ALLOW must be exact host:port pairs, separated by commas');
  return { ports: numbers, allow: pairs };
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

// RFC 6761 and 6762: names that never lead to the public internet. What a name resolves to is checked anyway.
function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return name === '' || !name.includes('.') || /\.(localhost|local|internal|home\.arpa|onion)$/.test(name);
}
