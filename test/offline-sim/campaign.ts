import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { freePort } from '../../src/platform/embedded-postgres/ports.js';
import { appUrlFrom, workerUrlFrom } from '../../src/platform/postgres/roles.js';
import { Chance } from '../faults/chance.js';
import { ServiceProcess } from '../faults/service-process.js';
import { startService, type TestService } from '../harness/service.js';
import { check, type Expectation, type Finding } from './checker.js';
import { openDevice, workAlone, type SimDevice } from './devices.js';
import { digestOf, replayedOf, type Replayed } from './figures.js';
import { killBetweenEntries } from './killing.js';
import { readServer, type ServerBook } from './server-book.js';
import { businessDateAt, changeMasterData, openSimShop, type SimShop } from './sim-shop.js';
import { AnswerLog } from './sync-wire.js';
import { upload } from './uploading.js';
import { beginningOf } from './virtual-days.js';

export interface SimulationWish {
  readonly seed: number;
  readonly devices: number;
  /** Of all devices together. */
  readonly sales: number;
  /** How often the server is killed while it takes what they did. */
  readonly kills: number;
  /** When the network goes away, in ms; absent: the seed says the hour, and it is over by now. */
  readonly from?: number | undefined;
  readonly say: (line: string) => void;
}

/** What the simulation did and found; no findings is what it is for. */
export interface SimulationReport {
  readonly findings: readonly Finding[];
  readonly replayed: Replayed;
  readonly batches: number;
  readonly answersLost: number;
  readonly kills: number;
  readonly workedSeconds: number;
  readonly uploadedSeconds: number;
  readonly entriesPerSecond: number;
  /** The most memory that the server had, in any of its lives. */
  readonly serverPeakMib: number;
}

/** A simulation that is over, with its database still there. */
export interface Simulation {
  readonly report: SimulationReport;
  readonly expected: Expectation;
  readonly ownerUrl: string;
  close(): Promise<void>;
}

const AT_ONCE = 12;
const LINKED_AT_ONCE = 4;
const HOUR_MS = 3_600_000;

/** Three days without a network at many tills; then they come back, and everything is held against their own books. */
export async function simulate(wish: SimulationWish): Promise<Simulation> {
  const key = newSecretsKey();
  const service = await startService({ SECRETS_KEY: key, LOG_LEVEL: 'error' });
  try {
    const shop = await openSimShop(service);
    const devices = await openDevices(wish, shop);
    const from = wish.from ?? beginningOf(new Chance(wish.seed).branch('beginning'), Date.now());
    const away = await work(wish, from, shop, devices);
    const back = await comeBack(wish, shop, devices, key);
    const expected: Expectation = {
      tenantId: service.tenant.id,
      books: devices.map(({ till }) => till.book),
      closed: { outletId: shop.outlets[0].id, through: away.closedThrough },
      uploadedOn: back.days,
    };
    const found = await inDatabase(service, expected, (server) => replayedOf(wish.seed, from, devices, server));
    const findings = [...back.findings, ...found.findings];
    const { replayed } = found;
    const report = { ...timesOf(replayed, back), replayed, findings, workedSeconds: Math.round(away.seconds) };
    return { report, expected, ownerUrl: service.database.ownerUrl, close: () => service.close() };
  } catch (error) {
    await service.close();
    throw error;
  }
}

/**
 * The same devices in another shop, as far as they are alone. @param from ms, when the network goes away.
 * @returns the digest of what they decided, `Replayed.decisions`.
 */
export async function decideAgain(
  wish: Pick<SimulationWish, 'seed' | 'devices' | 'sales'>,
  from: number,
): Promise<string> {
  const service = await startService({ SECRETS_KEY: newSecretsKey(), LOG_LEVEL: 'error' });
  try {
    const devices = await openDevices(wish, await openSimShop(service));
    await workAll(devices, from, wish.sales);
    return digestOf(devices);
  } finally {
    await service.close();
  }
}

function newSecretsKey(): string {
  return randomBytes(32).toString('base64');
}

function openDevices({ seed, devices }: Pick<SimulationWish, 'seed' | 'devices'>, shop: SimShop): Promise<SimDevice[]> {
  const chance = new Chance(seed);
  return inParts(devices, LINKED_AT_ONCE, (index) => openDevice(shop, index, chance.branch(`till ${index}`)));
}

async function workAll(devices: readonly SimDevice[], from: number, sales: number): Promise<void> {
  const each = Math.ceil(sales / devices.length);
  for (const device of devices) await workAlone(device, from, each);
}

/** The devices work alone, and the master data change behind their backs. */
async function work(
  { sales, say }: SimulationWish,
  from: number,
  shop: SimShop,
  devices: readonly SimDevice[],
): Promise<{ readonly closedThrough: string; readonly seconds: number }> {
  const startedAt = performance.now();
  await workAll(devices, from, sales);
  const { closedThrough } = await changeMasterData(shop, from + 24 * HOUR_MS);
  for (const { till, role } of devices) {
    const { deviceId, person } = till.parts;
    if (role === 'revoked') await shop.owner('POST', `/devices/${deviceId}/unlink`, { reason: 'stolen', force: true });
    if (role === 'disabled') await shop.owner('POST', `/staff/${person.personId}/disable`, { reason: 'left' });
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`${devices.length} devices have worked for 72 hours in ${seconds.toFixed(0)} s; closed through ${closedThrough}`);
  return { closedThrough, seconds };
}

interface Back {
  readonly findings: readonly Finding[];
  readonly log: AnswerLog;
  readonly days: readonly string[];
  readonly kills: number;
  readonly seconds: number;
  readonly peakMib: number;
}

/** All devices at once, at a server that is killed again and again. */
async function comeBack(
  { seed, kills, say }: SimulationWish,
  { service, outlets }: SimShop,
  devices: readonly SimDevice[],
  key: string,
): Promise<Back> {
  const { ownerUrl } = service.database;
  const folder = mkdtempSync(path.join(tmpdir(), 'pos-offline-sim-'));
  const server = new ServiceProcess({
    port: await freePort(),
    logFile: path.join(folder, 'service.log'),
    environment: {
      ...{ DATABASE_APP_URL: appUrlFrom(ownerUrl), DATABASE_WORKER_URL: workerUrlFrom(ownerUrl), SECRETS_KEY: key },
      ...{ DATABASE_POOL_SIZE: '16', LOG_LEVEL: 'warn', MAX_IN_FLIGHT: '64' },
    },
  });
  const findings: Finding[] = [];
  const log = new AnswerLog();
  const before = businessDateAt(outlets[0], Date.now());
  await server.start();
  say('the network is back');
  const startedAt = performance.now();
  const total = devices.reduce((sum, { till }) => sum + till.book.entries.length, 0);
  const killing = killBetweenEntries({ server, ownerUrl, kills, total, chance: new Chance(seed).branch('kills'), say });
  try {
    const { baseUrl } = server;
    const scene = { baseUrl, tenant: service.tenant.slug, ownerKey: service.tenant.apiKey, log, findings };
    await inParts(devices.length, AT_ONCE, (index) => upload(scene, devices[index] as SimDevice));
    await killing.end();
    findings.push(...answersOff(log, devices));
    const days = [...new Set([before, businessDateAt(outlets[0], Date.now())])];
    const seconds = (performance.now() - startedAt) / 1_000;
    return { findings, log, days, seconds, kills: killing.done(), peakMib: killing.peakMib() };
  } finally {
    await killing.end();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the server said: nothing took effect twice, and what the devices believe is so. */
function answersOff(log: AnswerLog, devices: readonly SimDevice[]): Finding[] {
  const twice = [...log.applied].filter(([, times]) => times > 1);
  const off = twice.map(([id, times]) => ({ check: 'no entry is applied twice', detail: `${id} ${times} times` }));
  for (const { till, role } of devices) {
    const unsettled = role === 'revoked' ? [] : till.parts.store.all().filter(({ state }) => state !== 'applied');
    for (const { entry, state, code } of unsettled) {
      off.push({ check: 'devices are told', detail: `${till.parts.name} ${entry.kind} ${entry.id} ${state} ${code}` });
    }
  }
  return off;
}

/** The checker, the invariants of the service itself, and what is to be the same each time. */
async function inDatabase(
  service: TestService,
  expected: Expectation,
  count: (server: ServerBook) => Replayed,
): Promise<{ readonly findings: readonly Finding[]; readonly replayed: Replayed }> {
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [expected.tenantId]);
    const { body } = await service.call('GET', '/invariants');
    const broken = (body.invariants as { code: string; violations: number }[]).filter((one) => one.violations !== 0);
    const told = broken.map((one) => ({ check: `invariant ${one.code}`, detail: JSON.stringify(one) }));
    const replayed = count(await readServer(client, expected.tenantId));
    return { findings: [...(await check(client, expected)), ...told], replayed };
  } finally {
    await client.end();
  }
}

function timesOf(
  { entries }: Replayed,
  { log, kills, seconds, peakMib }: Back,
): Omit<SimulationReport, 'findings' | 'replayed' | 'workedSeconds'> {
  return {
    ...{ batches: log.batches, answersLost: log.lost, kills, uploadedSeconds: Math.round(seconds) },
    ...{ entriesPerSecond: Math.round(entries / seconds), serverPeakMib: peakMib },
  };
}

/** Some at a time, by index. */
async function inParts<Result>(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
  return results;
}
