import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.js';

jest.setTimeout(180_000); // each makes a database of its own, some start it several times

const settings = { fsync: 'off' };
const servers: EmbeddedPostgres[] = [];
let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pos-embedded-'));
  dataDir = path.join(folder, 'postgres');
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings, ...options });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text: sql });
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('creates the folder, starts, and keeps the data over a stop', async () => {
  const first = await start();
  expect(first.reused).toBe(false);
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);

  const second = await start();
  expect(await query(second.url, 'select answer from kept')).toBe(42);
});

test('leaves nothing but the data folder behind', async () => {
  await start();
  expect(readdirSync(folder)).toEqual(['postgres']);
});

test('joins the server that already runs on the folder', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ reused: true, pid: first.pid, port: first.port, url: first.url });
});

test('two starts at the same moment end with one server', async () => {
  await (await start()).stop();
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.pid).toBe(other.pid);
});

test('applies settings over its own, and stays durable without them', async () => {
  const server = await start({ settings: { max_connections: '7' } });
  expect(await query(server.url, 'show max_connections')).toBe('7');
  expect(await query(server.url, 'show fsync')).toBe('on');
  expect(await query(server.url, 'show listen_addresses')).toBe('127.0.0.1');
});

test('can count statements', async () => {
  const server = await start();
  await query(server.url, 'create extension pg_stat_statements');
  expect(await query(server.url, 'select count(*) > 0 from pg_stat_statements')).toBe(true);
});

test('a kill -9 of the server is survived by the next start', async () => {
  const server = await start();
  await query(server.url, 'create table survivor as select 1 as id');
  process.kill(server.pid, 'SIGKILL');
  const next = await start();
  expect(next.reused).toBe(false);
  expect(await query(next.url, 'select id from survivor')).toBe(1);
});

test('a pid file that names a stranger is not believed', async () => {
  await (await start()).stop();
  writeFileSync(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n\nready\n`);
  expect((await start()).reused).toBe(false);
});

test('stopping twice is harmless', async () => {
  const server = await start();
  await server.stop();
  await expect(server.stop()).resolves.toBeUndefined();
});

test('a taken port is named', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port } = squatter.address() as { port: number };
  await expect(start({ port })).rejects.toMatchObject({
    problem: 'port_taken',
    message: expect.stringContaining(`${port}`),
  });
  squatter.close();
});

describe('a damaged folder says what to do', () => {
  const advice = expect.stringMatching(/move .*away.*make clean-data/i);

  test('when it holds something else', async () => {
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'holiday.jpg'), '');
    await expect(start()).rejects.toMatchObject({ problem: 'damaged_data', message: advice });
    expect(readdirSync(dataDir)).toEqual(['holiday.jpg']);
  });

  test('when another major version wrote it', async () => {
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toMatchObject({ problem: 'damaged_data', message: advice });
  });

  test('when its version is unreadable', async () => {
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'PG_VERSION'), 'eighteen');
    await expect(start()).rejects.toMatchObject({ problem: 'damaged_data', message: advice });
  });

  test('when its control file is cut off', async () => {
    await (await start()).stop();
    truncateSync(path.join(dataDir, 'global/pg_control'), 10);
    await expect(start()).rejects.toMatchObject({ problem: 'damaged_data', message: advice });
  });
});

/** Root's own case: an ordinary user cannot become somebody else, so there is nothing to test for them. */
if (process.getuid?.() === 0) {
  describe('as root', () => {
    test('works below a folder that only root may enter', async () => {
      dataDir = path.join(folder, 'private', 'postgres');
      mkdirSync(path.dirname(dataDir), { mode: 0o700 });
      expect(await query((await start()).url, 'select 1')).toBe(1);
    });

    test('goes on as the user who owns the data', async () => {
      mkdirSync(dataDir, { mode: 0o700 });
      chownSync(folder, 65534, 65534);
      chownSync(dataDir, 65534, 65534);
      expect(await query((await start()).url, 'select 1')).toBe(1);
    });
  });
}
