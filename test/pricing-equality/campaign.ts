import { Chance } from '../faults/chance.js';
import type { TestService } from '../harness/service.js';
import { keptBook, serviceOutcome } from './both-sides.js';
import type { Browser } from './browser.js';
import { registerOn } from './kept-register.js';
import { openMarket, type Market } from './market.js';
import { differenceOf, hashOf, outcomeText, registerOutcome, type Outcome } from './outcome.js';
import { randomSale, type RandomSale } from './random-sale.js';

/** Two, none and three digits after the point. */
export const CURRENCIES = ['KES', 'JPY', 'BHD'] as const;
const OUTLETS = 2;
const BATCH = 50;
/** The service is asked about so many at once: its pool of connections is small. */
const AT_ONCE = 5;
const FINDINGS_MAX = 3;

/** What is compared. */
export interface Wish {
  readonly seed: number;
  readonly baskets: number;
  /** Prices the same baskets in it, too. */
  readonly browser?: Browser;
  readonly onBatch?: (done: number) => void;
}

/** A basket that does not cost the same everywhere. */
export interface Finding {
  readonly basket: string;
  readonly where: 'node' | 'browser';
  readonly difference: string;
}

/** What was seen; the campaign ends early with a few findings. */
export interface Comparison {
  baskets: number;
  /** How often each rule was in an explanation, and how often each refusal was given: what never was was not compared. */
  readonly seen: Record<string, number>;
  readonly findings: Finding[];
}

/** Prices random baskets by the service and by the register, at all markets in turn. */
export async function compareAll(service: TestService, wish: Wish): Promise<Comparison> {
  const comparison: Comparison = { baskets: 0, seen: {}, findings: [] };
  for (const currency of CURRENCIES) {
    const chance = new Chance(wish.seed).branch(currency);
    const market = await openMarket(service, chance, currency);
    for (const outletId of market.outletIds) await compareAt(service, wish, chance, market, outletId, comparison);
  }
  return comparison;
}

async function compareAt(
  service: TestService,
  { seed, baskets, browser, onBatch }: Wish,
  chance: Chance,
  market: Market,
  outletId: string,
  comparison: Comparison,
): Promise<void> {
  const at = Date.now();
  const kept = await keptBook(service, market, outletId);
  const register = registerOn(kept, at);
  await browser?.open(kept, at);
  const wanted = Math.ceil(baskets / CURRENCIES.length / OUTLETS);
  for (let done = 0; done < wanted && comparison.findings.length < FINDINGS_MAX; done += BATCH) {
    const sales = Array.from({ length: Math.min(BATCH, wanted - done) }, () =>
      randomSale(chance, market, outletId, at),
    );
    const theirs = await asked(sales, (sale) => serviceOutcome(service, market, sale, at));
    const hashes = await browser?.hashes(sales);
    for (const [index, sale] of sales.entries()) {
      const expected = theirs[index] as (typeof theirs)[number];
      const [ours, text] = [outcomeText(await registerOutcome(register, sale)), outcomeText(expected)];
      const basket = `${seed} ${market.currency} ${outletId} ${done + index}: ${JSON.stringify(sale)}`;
      const difference = differenceOf(ours, text);
      if (difference !== undefined) comparison.findings.push({ basket, where: 'node', difference });
      if (hashes !== undefined && hashes[index] !== hashOf(text)) {
        comparison.findings.push({ basket, where: 'browser', difference: 'another hash' });
      }
      const words = 'refused' in expected ? [`refused ${expected.refused}`] : expected.explanation.map(rulesOf);
      for (const word of new Set(words)) comparison.seen[word] = (comparison.seen[word] ?? 0) + 1;
    }
    comparison.baskets += sales.length;
    onBatch?.(comparison.baskets);
  }
}

async function asked(
  sales: readonly RandomSale[],
  ask: (sale: RandomSale) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < sales.length; from += AT_ONCE) {
    outcomes.push(...(await Promise.all(sales.slice(from, from + AT_ONCE).map(ask))));
  }
  return outcomes;
}

function rulesOf({ rule, source }: { rule: string; source?: { kind: string; name: string } | undefined }): string {
  return source === undefined || source.kind === 'combo' ? rule : `${rule} ${source.kind} ${source.name}`;
}
