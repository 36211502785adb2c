import { createConnection, type Socket } from 'node:net';
import { Client } from 'pg';

/** Where a secret was found, and which. */
export interface Leak {
  readonly secret: string;
  readonly place: string;
}

/** A text that may have secrets in it, and what it is. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

/** Up to so many digits could be a part of a number by chance: they count only where no digit or hexadecimal letter is beside them. */
const DIGITS = /^\d+$/;

/**
 * Looks for secrets, and for what they look like in base 64, hexadecimal (as PostgreSQL shows bytes) and addresses.
 * @param secrets by what they are.
 */
export function leaksIn(places: readonly Place[], secrets: ReadonlyMap<string, string>): Leak[] {
  const looks = [...secrets].map(([name, secret]) => ({ name, patterns: patternsOf(secret) }));
  return places.flatMap(({ name: place, text }) =>
    looks
      .filter(({ patterns }) => patterns.some((pattern) => pattern.test(text)))
      .map(({ name }) => ({ secret: name, place })),
  );
}

/** All rows of all tables as text, a table a place. Past row security: the owner of a test's database is a superuser. */
export async function dumpTables(ownerUrl: string): Promise<Place[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
    );
    const places: Place[] = [];
    for (const { name } of rows) {
      const found = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      places.push({ name: `table ${name}`, text: found.rows.map(({ text }) => text).join('\n') });
    }
    return places;
  } finally {
    await client.end();
  }
}

/** Everything that is sent to a Redis from now on, as its MONITOR shows it. */
export class RedisWatch {
  private heard = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (this.heard += text));
  }

  static async begin(port: number): Promise<RedisWatch> {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const watch = new RedisWatch(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const begun = new Promise((resolve) => socket.once('data', resolve));
    socket.write('MONITOR\r\n');
    await begun;
    return watch;
  }

  get place(): Place {
    return { name: 'Redis', text: this.heard };
  }

  end(): void {
    this.socket.destroy();
  }
}

/** Codes and badges are written with marks between their parts, or without. */
const IN_PARTS = /^[0-9A-Za-z]{2,}([:-][0-9A-Za-z]{2,})+$/;

function patternsOf(secret: string): RegExp[] {
  const joined = IN_PARTS.test(secret)
    ? [new RegExp(`(?<![0-9A-Za-z])${secret.replace(/[:-]/g, '[:-]?')}(?![0-9A-Za-z])`, 'i')]
    : [];
  return [...joined, ...looksOf(secret)];
}

function looksOf(secret: string): RegExp[] {
  const bytes = Buffer.from(secret);
  const plain = DIGITS.test(secret) ? `(?<![0-9a-fA-F])${secret}(?![0-9a-fA-F])` : escaped(secret);
  const unpadded = (encoding: 'base64' | 'base64url'): string => escaped(bytes.toString(encoding).replace(/=+$/, ''));
  const encoded = [
    unpadded('base64'),
    unpadded('base64url'),
    escaped(encodeURIComponent(secret)),
    escaped(JSON.stringify(secret).slice(1, -1)),
  ];
  const others = DIGITS.test(secret) ? encoded.slice(0, 2) : encoded;
  return [...[plain, ...others].map((text) => new RegExp(text)), new RegExp(bytes.toString('hex'), 'i')];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
