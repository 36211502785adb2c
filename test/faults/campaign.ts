import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/platform/embedded-postgres/ports.js';
import { appUrlFrom, workerUrlFrom } from '../../src/platform/postgres/roles.js';
import { Cashier } from './cashier.js';
import { Chance } from './chance.js';
import { check, type Finding } from './checker.js';
import { askPatiently, startFaultDatabase, type FaultDatabase } from './fault-database.js';
import { Killer } from './killer.js';
import { Ledger } from './receipts.js';
import { ServiceProcess } from './service-process.js';
import { openShop, type Shop } from './shop.js';
import { TillClient, Wires } from './till-client.js';
import { Till } from './till.js';

export interface CampaignSettings {
  readonly seed: number;
  readonly kills: number;
  readonly tills?: number;
  readonly say: (line: string) => void;
}

/** What a campaign did and found; no findings is what it is for. */
export interface CampaignReport {
  readonly seed: number;
  readonly findings: readonly Finding[];
  readonly faults: Readonly<Record<string, number>>;
  readonly sales: number;
  readonly answers: number;
  readonly unsure: number;
  readonly unanswered: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly events: number;
  readonly deliveredTwice: number;
  readonly seconds: number;
}

const INSTANCES = 2;
const THINK_MS = 20;
const DISPATCH_TIMEOUT_MS = 60_000;
const REPORT_EVERY = 25;

/** Rings up sales at several tills against two instances, kills, lets all settle, and has everything checked. */
export async function runCampaign({ seed, kills, tills = 6, say }: CampaignSettings): Promise<CampaignReport> {
  const startedAt = Date.now();
  const database = await startFaultDatabase();
  const services: ServiceProcess[] = [];
  let keep = true;
  try {
    const shop = await openShop(database.ownerUrl);
    services.push(...(await startServices(database)));
    const ledger = new Ledger();
    const chance = new Chance(seed);
    const { faults, clients } = await sellAndKill({ database, services, shop, ledger, chance, kills, tills, say });
    const delivered = await settle(database, services, say);
    const { unique, total } = delivered;
    const findings = await check(database.ownerUrl, {
      tenantId: shop.tenantId,
      ledger,
      delivered: unique,
      dispatched: true,
    });
    keep = findings.length > 0;
    const figures = { seed, findings, faults, events: unique.size, deliveredTwice: total - unique.size };
    return { ...figures, ...figuresOf(ledger, clients), seconds: Math.round((Date.now() - startedAt) / 1000) };
  } finally {
    await Promise.allSettled(services.map((service) => service.kill()));
    if (keep) say(`the database and the logs of the service stay in ${database.folder}`);
    await database.discard(keep);
  }
}

async function startServices({ ownerUrl, folder }: FaultDatabase): Promise<ServiceProcess[]> {
  const environment = {
    DATABASE_APP_URL: appUrlFrom(ownerUrl),
    DATABASE_WORKER_URL: workerUrlFrom(ownerUrl),
    DATABASE_POOL_SIZE: '8',
    LOG_LEVEL: 'debug', // the log sink's level: its lines are the proof of delivery
  };
  const started: ServiceProcess[] = [];
  for (let index = 0; index < INSTANCES; index += 1) {
    const service = new ServiceProcess({
      port: await freePort(),
      logFile: path.join(folder, `service-${index}.log`),
      environment,
    });
    await service.start();
    started.push(service);
  }
  return started;
}

interface Battle {
  readonly database: FaultDatabase;
  readonly services: readonly ServiceProcess[];
  readonly shop: Shop;
  readonly ledger: Ledger;
  readonly chance: Chance;
  readonly kills: number;
  readonly tills: number;
  readonly say: (line: string) => void;
}

async function sellAndKill(battle: Battle): Promise<{ faults: Record<string, number>; clients: TillClient[] }> {
  const { database, services, shop, ledger, chance, kills, tills, say } = battle;
  const wires = new Wires();
  const closing = new AbortController();
  const baseUrls = services.map(({ baseUrl }) => baseUrl);
  const names = Array.from({ length: tills }, (_, index) => `till-${index}`);
  const clients = names.map((name) => new TillClient(baseUrls, wires, chance.branch(`${name} waits`)));
  const working = names.map(async (name, index) => {
    const till = new Till(name, shop, ledger, chance.branch(name), clients[index] as TillClient);
    const cashier = new Cashier(till, THINK_MS);
    await cashier
      .work(closing.signal)
      .catch((error: unknown) => ledger.complaints.push(`${name} stopped: ${String(error)}`));
  });
  const killer = new Killer({ ownerUrl: database.ownerUrl, services, wires, ledger }, chance.branch('killer'));
  try {
    await killer.killTimes(kills, (kill, fault) => {
      if (kill % REPORT_EVERY === 0 || kill === kills)
        say(`kill ${kill} of ${kills}: ${fault}; ${ledger.acknowledged} answers`);
    });
  } finally {
    closing.abort();
    await Promise.all(working);
    clients.forEach((client) => client.close());
  }
  return { faults: Object.fromEntries(killer.counts), clients };
}

/** Waits until dispatching has nothing left to do, stops the instances, and reads which events went through the log. */
async function settle(
  database: FaultDatabase,
  services: readonly ServiceProcess[],
  say: (line: string) => void,
): Promise<Deliveries> {
  const end = Date.now() + DISPATCH_TIMEOUT_MS;
  const behind = `select coalesce((select max(position) from events), 0) - coalesce(min(position), 0) as behind, count(*)::int as sinks from outbox_shards`;
  for (;;) {
    const [row] = await askPatiently<{ behind: string; sinks: number }>(database.ownerUrl, behind);
    if (row !== undefined && row.sinks > 0 && Number(row.behind) === 0) break;
    if (Date.now() > end) {
      say(`dispatching is still ${row?.behind} positions behind with ${row?.sinks} sinks`);
      break;
    }
    await sleep(100);
  }
  await Promise.all(services.map((service) => service.stop()));
  return deliveriesIn(services.map((_, index) => path.join(database.folder, `service-${index}.log`)));
}

interface Deliveries {
  readonly unique: ReadonlySet<string>;
  readonly total: number;
}

function deliveriesIn(files: readonly string[]): Deliveries {
  const ids = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"eventId":"([0-9a-f-]{36})"/g)].map(([, id]) => id ?? ''),
  );
  return { unique: new Set(ids), total: ids.length };
}

function figuresOf(
  ledger: Ledger,
  clients: readonly TillClient[],
): Pick<CampaignReport, 'sales' | 'answers' | 'unsure' | 'unanswered' | 'statuses' | 'slowestMs'> {
  const statuses: Record<string, number> = {};
  for (const client of clients)
    for (const [status, count] of client.statuses) statuses[status] = (statuses[status] ?? 0) + count;
  return {
    sales: ledger.sales.length,
    answers: ledger.acknowledged,
    unsure: ledger.sales.filter(({ unsure }) => unsure).length,
    unanswered: clients.reduce((sum, { noAnswers }) => sum + noAnswers, 0),
    statuses,
    slowestMs: Math.round(Math.max(0, ...clients.map(({ slowestMs }) => slowestMs))),
  };
}
