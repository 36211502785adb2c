import { basketOf, closeShop } from '../../src/modules/orders/domain/pricing/baskets.examples.js';
import {
  examine,
  textOf,
  type Difference,
  type Engine,
} from '../../src/modules/orders/domain/pricing/comparison.oracle.examples.js';
import { FEATURES, type Feature } from '../../src/modules/orders/domain/pricing/features.oracle.examples.js';
import { shrunk } from '../../src/modules/orders/domain/pricing/shrinking.oracle.examples.js';

/** Baskets `from` up to but not including `to` of a seed. */
export interface Part {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** A basket that the engine and the law price differently. */
export interface Finding {
  readonly seed: number;
  readonly index: number;
  readonly difference: Difference;
  /** The basket with all left out that does not matter. */
  readonly shrunk: string;
  /** False when the basket is priced right by itself: the engine kept something of the baskets before. */
  readonly alone: boolean;
}

export interface PartReport {
  readonly baskets: number;
  /** In how many baskets each feature was seen. */
  readonly counts: Record<Feature, number>;
  /** The first ones; the part ends with the last of them. */
  readonly findings: readonly Finding[];
}

/** Prices the baskets of a part by engine and law; ends early with that many findings. */
export function examinePart(
  engine: Engine,
  { seed, from, to }: Part,
  findingsMax: number,
  onBasket: (done: number) => void = () => undefined,
): PartReport {
  const counts = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>;
  const findings: Finding[] = [];
  let index = from;
  for (; index < to && findings.length < findingsMax; index += 1) {
    const input = basketOf(seed, index);
    const seen = new Set<Feature>();
    const difference = examine(engine, input, seen);
    for (const feature of seen) counts[feature] += 1;
    if (difference !== undefined) findings.push(look(engine, seed, index, difference));
    onBasket(index - from + 1);
  }
  return { baskets: index - from, counts, findings };
}

/** Adds up what was seen in several parts. */
export function addCounts(reports: readonly PartReport[]): Record<Feature, number> {
  const sum = (feature: Feature): number => reports.reduce((all, { counts }) => all + counts[feature], 0);
  return Object.fromEntries(FEATURES.map((feature) => [feature, sum(feature)])) as Record<Feature, number>;
}

function look(engine: Engine, seed: number, index: number, difference: Difference): Finding {
  closeShop();
  const input = basketOf(seed, index);
  const again = examine(engine, input);
  if (again === undefined) return { seed, index, difference, shrunk: textOf(input), alone: false };
  const smallest = shrunk(input, (smaller) => examine(engine, smaller) !== undefined);
  const last = examine(engine, smallest) ?? again;
  return { seed, index, difference: last, shrunk: textOf(smallest), alone: true };
}
