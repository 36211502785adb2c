import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '../chance.js';
import { check, type Finding } from '../checker.js';
import { askPatiently } from '../fault-database.js';
import { openShop, type Shop } from '../shop.js';
import { alarmsIn } from './alarms.js';
import { Cutter } from './cutter.js';
import { checkEvents, countRepeats } from './event-checker.js';
import { EventKiller } from './event-killer.js';
import { readEventRecords, readMessageRecords } from './event-records.js';
import { onScene, type EventScene } from './scene.js';
import { Staff } from './staff.js';

export interface EventCampaignSettings {
  readonly seed: number;
  readonly kills: number;
  readonly cuts: number;
  readonly brokerStallMs: number;
  readonly tills?: number;
  readonly say: (line: string) => void;
}

/** What a campaign did and found; no findings is what it is for. */
export interface EventCampaignReport {
  readonly seed: number;
  readonly findings: readonly Finding[];
  readonly faults: Readonly<Record<string, number>>;
  readonly cuts: Readonly<Record<string, number>>;
  readonly sales: number;
  readonly answers: number;
  readonly unanswered: number;
  readonly events: number;
  readonly messages: number;
  readonly sentAgain: number;
  readonly skewMs: number;
  readonly drainedMs: number;
  /** Log lines that would wake someone. */
  readonly alarms: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const CUTS_A_SECOND = 5;
const REPORT_EVERY = 20;
const DISPATCHER_STALL_EVERY = 10;
const DRAIN_TIMEOUT_MS = 120_000;
const DRAINED = 'everything is sent when all servers are back';
const NO_CRASH = 'no process ends by itself';
const SINK = 'kafka';

/** Sells through two instances while servers, dispatchers and connections are killed; lets all settle; compares. */
export async function runEventCampaign(settings: EventCampaignSettings): Promise<EventCampaignReport> {
  const startedAt = Date.now();
  const chance = new Chance(settings.seed);
  return onScene(chance.branch('scene'), async (scene) => {
    settings.say(`all is up after ${Date.now() - startedAt} ms; a worker's clock is off by ${scene.skewMs} ms`);
    const shop = await openShop(scene.database.ownerUrl);
    const { staff, faults, cuts, crashes } = await fight(scene, shop, chance, settings);
    settings.say('all is back; draining');
    const drained = await drain(scene);
    await Promise.all([...scene.services, ...scene.workers].map((one) => one.stop()));
    const events = await readEventRecords(scene.database.ownerUrl);
    const messages = await readMessageRecords(scene.kafka.brokers);
    const findings = [
      ...crashes.map((detail) => ({ check: NO_CRASH, detail })),
      ...drained.findings,
      ...checkEvents(events, messages),
      ...(await check(scene.database.ownerUrl, { tenantId: shop.tenantId, ledger: staff.ledger })),
    ];
    const keep = findings.length > 0;
    if (keep) settings.say(`the database and the logs of the service stay in ${scene.database.folder}`);
    const outcome = {
      ...{ seed: settings.seed, findings, faults, cuts },
      ...{ sales: staff.ledger.sales.length, answers: staff.ledger.acknowledged, unanswered: staff.unanswered },
      ...{ events: events.length, messages: messages.length, sentAgain: countRepeats(messages) },
      ...{ skewMs: scene.skewMs, drainedMs: drained.ms, alarms: alarmsIn(scene.logs) },
      ...{ seconds: Math.round((Date.now() - startedAt) / 1_000) },
    };
    return { outcome, keep };
  });
}

interface Battle {
  readonly staff: Staff;
  readonly faults: Record<string, number>;
  readonly cuts: Record<string, number>;
  readonly crashes: readonly string[];
}

async function fight(scene: EventScene, shop: Shop, chance: Chance, settings: EventCampaignSettings): Promise<Battle> {
  const { kills, cuts, brokerStallMs, tills = 4, say } = settings;
  const baseUrls = scene.services.map(({ baseUrl }) => baseUrl);
  const staff = new Staff(shop, baseUrls, chance);
  const { ledger, wires } = staff;
  const proxies = { postgres: scene.postgresProxy, kafka: scene.kafkaProxy, redis: scene.redisProxy };
  const cutter = new Cutter({ ...proxies, wires }, chance.branch('cutter'), CUTS_A_SECOND);
  const killer = new EventKiller(scene, ledger, chance.branch('killer'));
  const plan = { kills, brokerStallMs, dispatcherStallEvery: DISPATCHER_STALL_EVERY };
  const giveUp = new AbortController();
  staff.start(tills);
  try {
    const killing = killer.killAll(plan, (kill, victim) => {
      if (kill % REPORT_EVERY === 0 || kill === kills)
        say(`kill ${kill} of ${kills}: ${victim}; ${cutter.done} cuts, ${ledger.acknowledged} answers`);
    });
    killing.catch(() => giveUp.abort());
    await Promise.all([killing, cutter.cutTimes(cuts, giveUp.signal)]);
  } finally {
    await staff.goHome();
  }
  const { counts, crashes } = killer;
  return { staff, faults: Object.fromEntries(counts), cuts: Object.fromEntries(cutter.counts), crashes };
}

// Positions are written by their shard's owner after its batch was taken; idle shards follow the log's end.
const BEHIND = `
  select (select coalesce(max(position), 0) from events) as last, coalesce(min(s.position), -1) as position,
         (select count(*)::int from outbox_blocked) as blocked
    from outbox_shards s where s.sink = $1`;

async function drain({ database }: EventScene): Promise<{ readonly findings: Finding[]; readonly ms: number }> {
  const startedAt = Date.now();
  for (;;) {
    const [row] = await askPatiently<{ last: string; position: string; blocked: number }>(database.ownerUrl, BEHIND, [
      SINK,
    ]);
    const ms = Date.now() - startedAt;
    if (row !== undefined && Number(row.position) >= Number(row.last) && row.blocked === 0) return { findings: [], ms };
    if (ms > DRAIN_TIMEOUT_MS) {
      const detail = `after ${ms} ms: ${JSON.stringify(row)}`;
      return { findings: [{ check: DRAINED, detail }], ms };
    }
    await sleep(100);
  }
}
