import { FIRST_HASH } from './entry.js';

/** Numbers that are missing, both inclusive. */
export interface SequenceRange {
  readonly from: number;
  readonly to: number;
}

/** How far a device's entries have come. */
export interface DeviceChain {
  /** Up to which nothing is missing; 0 before the first. */
  readonly through: number;
  /** The highest that has come. */
  readonly highest: number;
  /** The seal of the highest. */
  readonly headHash: string;
  /** Below the highest, ascending, neither touching nor overlapping. */
  readonly missing: readonly SequenceRange[];
}

/** Before anything has come. */
export const EMPTY_CHAIN: DeviceChain = { through: 0, highest: 0, headHash: FIRST_HASH, missing: [] };

/** The chain once an entry of this number has come. One that is there already changes nothing. */
export function noted(chain: DeviceChain, sequence: number, hash: string): DeviceChain {
  const { highest, missing } = chain;
  if (sequence > highest) {
    const skipped = sequence > highest + 1 ? [{ from: highest + 1, to: sequence - 1 }] : [];
    return withThrough({ highest: sequence, headHash: hash, missing: [...missing, ...skipped] });
  }
  return withThrough({ ...chain, missing: missing.flatMap((range) => without(range, sequence)) });
}

/** True when something is missing that the device did before. */
export function hasGapBelow({ missing }: Pick<DeviceChain, 'missing'>, sequence: number): boolean {
  const [first] = missing;
  return first !== undefined && first.from < sequence;
}

/** True when something is missing that the device did between two of its entries. */
export function hasGapBetween({ missing }: Pick<DeviceChain, 'missing'>, after: number, before: number): boolean {
  return missing.some(({ from, to }) => to > after && from < before);
}

function without(range: SequenceRange, sequence: number): SequenceRange[] {
  const { from, to } = range;
  if (sequence < from || sequence > to) return [range];
  const rest: SequenceRange[] = [];
  if (from < sequence) rest.push({ from, to: sequence - 1 });
  if (sequence < to) rest.push({ from: sequence + 1, to });
  return rest;
}

function withThrough(chain: Omit<DeviceChain, 'through'>): DeviceChain {
  const [first] = chain.missing;
  return { ...chain, through: first === undefined ? chain.highest : first.from - 1 };
}
