import { decimal, formatDecimal } from '../../../src/kernel/decimal.js';
import type { Piece, Pieces, WantedCombo } from '../../../src/modules/orders/application/line-pieces.js';
import type { RequestedSale } from '../../../src/modules/orders/application/sale-opening.js';
import type { LineModifier, PriceStep } from '../../../src/modules/orders/domain/pricing/basket.js';
import { readSteps, writtenSteps, type AgreedCombo, type AgreedPart, type AgreedPrice } from './agreed-price.js';

type Steps = readonly PriceStep[];
type Modifiers = readonly LineModifier[];
/** A piece with what the guest was told of it before; `undefined`: nothing that counts. */
type Known = AgreedPart | undefined;

/**
 * The prices of one sale's lines: those of the present book, but for lines that were priced with an earlier one, which keep what
 * the guest was told. It is asked in the order in which the service's basket builder works: pieces, their modifiers, their steps.
 */
export class LinePrices {
  private found: Pieces = { pieces: [], combos: [] };
  private parts: readonly Known[] = [];
  private modifiers: readonly Modifiers[] = [];
  private steps: readonly Steps[] = [];

  /** @param before what was agreed for lines, by their ids. */
  constructor(
    private readonly revision: string,
    private readonly sale: Pick<RequestedSale, 'channel' | 'customerId'>,
    private readonly before: ReadonlyMap<string, AgreedPrice>,
  ) {}

  /** The pieces of the sale's lines, at the list prices that count. */
  piecesOf({ pieces, combos }: Pieces): Pieces {
    const settled = new Map(
      combos.map((combo) => [combo, comboAt(combo, this.keptOf(combo.id, combo.item.sku, true))]),
    );
    const names = partNames(pieces);
    this.parts = pieces.map((piece, index) => this.partOf(piece, names[index] ?? ''));
    const priced = pieces.map((piece, index) => pieceAt(piece, this.parts[index], settled));
    this.found = { pieces: priced, combos: [...settled.values()] };
    return this.found;
  }

  /** What the pieces' modifiers cost. @param now in the present book. */
  modifiersOf(now: readonly Modifiers[]): readonly Modifiers[] {
    this.modifiers = now.map((present, index) => {
      const [part, piece] = [this.parts[index], this.found.pieces[index]];
      return part === undefined || piece === undefined || part.choice !== choiceOf(piece) ? present : part.modifiers;
    });
    return this.modifiers;
  }

  /** How the list prices of the pieces, then of the combos, become prices. @param now in the present book. */
  stepsOf(now: readonly Steps[]): readonly Steps[] {
    const { pieces, combos } = this.found;
    this.steps = now.map((present, index) => {
      if (index < pieces.length) {
        const part = this.parts[index];
        return part === undefined ? present : readSteps(part.steps);
      }
      const combo = combos[index - pieces.length];
      const kept = combo && this.keptOf(combo.id, combo.item.sku, true)?.combo;
      return kept && 'steps' in kept ? readSteps(kept.steps) : present;
    });
    return this.steps;
  }

  /** What the guest is told of each line now, by the line's id. */
  agreed(): ReadonlyMap<string, AgreedPrice> {
    const { pieces, combos } = this.found;
    const of = (piece: Piece, index: number): AgreedPart => this.agreedPart(piece, index);
    const plain = pieces.flatMap((piece, index): [string, AgreedPrice][] => {
      return piece.part === null ? [[piece.id, this.agreedPrice(piece, [of(piece, index)], null)]] : [];
    });
    const together = combos.map((combo, place): [string, AgreedPrice] => {
      const parts = pieces.flatMap((piece, index) => (piece.part?.combo === combo ? [of(piece, index)] : []));
      return [combo.id, this.agreedPrice(combo, parts, agreedCombo(combo, this.steps[pieces.length + place] ?? []))];
    });
    return new Map([...plain, ...together]);
  }

  /** What was agreed for a line with an earlier book, where it still says something. */
  private keptOf(lineId: string, sku: string, isCombo: boolean): AgreedPrice | undefined {
    const { channel, customerId } = this.sale;
    const kept = this.before.get(lineId);
    if (kept === undefined || kept.bookRevision === this.revision || (kept.combo !== null) !== isCombo)
      return undefined;
    return kept.sku === sku && kept.channel === channel && kept.customerId === customerId ? kept : undefined;
  }

  private partOf({ id, item, part }: Piece, name: string): Known {
    const kept =
      part === null ? this.keptOf(id, item.sku, false) : this.keptOf(part.combo.id, part.combo.item.sku, true);
    if (kept === undefined || part === null) return kept?.parts[0];
    const names = namedParts(kept.parts.map(({ sku }) => sku));
    return kept.parts[names.indexOf(name)];
  }

  private agreedPart(piece: Piece, index: number): AgreedPart {
    const { sku, price: listPrice, openPrice } = piece.item;
    const [steps, modifiers] = [writtenSteps(this.steps[index] ?? []), this.modifiers[index] ?? []];
    return {
      sku,
      listPrice,
      openPrice,
      steps,
      choice: choiceOf(piece),
      modifiers,
      upcharge: piece.part?.upcharge ?? null,
    };
  }

  private agreedPrice(
    { id, item: { sku } }: Pick<Piece, 'id' | 'item'>,
    parts: readonly AgreedPart[],
    combo: AgreedCombo | null,
  ): AgreedPrice {
    const { channel, customerId } = this.sale;
    const kept = this.keptOf(id, sku, combo !== null);
    return { bookRevision: kept?.bookRevision ?? this.revision, sku, channel, customerId, parts, combo };
  }
}

function comboAt(combo: WantedCombo, kept: AgreedPrice | undefined): WantedCombo {
  const { item, chosen } = combo;
  if (kept?.combo == null) return combo;
  if ('percentOff' in kept.combo) {
    const rate = decimal(kept.combo.percentOff);
    return { ...combo, chosen: { ...chosen, pricing: { kind: 'percent_off', rate } } };
  }
  const price = kept.combo.listPrice;
  return { ...combo, item: { ...item, price }, chosen: { ...chosen, pricing: { kind: 'fixed' } } };
}

function pieceAt(piece: Piece, kept: Known, combos: ReadonlyMap<WantedCombo, WantedCombo>): Piece {
  const { item, part } = piece;
  const priced = kept === undefined ? item : { ...item, price: kept.listPrice, openPrice: kept.openPrice };
  if (part === null) return { ...piece, item: priced };
  const upcharge = kept?.upcharge ?? part.upcharge;
  return { ...piece, item: priced, part: { ...part, combo: combos.get(part.combo) ?? part.combo, upcharge } };
}

function agreedCombo({ item, chosen }: WantedCombo, steps: Steps): AgreedCombo {
  if (chosen.pricing.kind === 'percent_off') return { percentOff: formatDecimal(chosen.pricing.rate) };
  return { listPrice: item.price, steps: writtenSteps(steps) };
}

function choiceOf({ chosen }: Piece): string {
  return JSON.stringify(chosen, (name, value: unknown) => (name === 'pointer' ? undefined : value));
}

/** Parts of a combo may have no ids of their own: they are known by what they are and their place among the same. */
function partNames(pieces: readonly Piece[]): string[] {
  const byCombo = new Map<WantedCombo, string[]>();
  for (const { part, item } of pieces) {
    if (part !== null) byCombo.set(part.combo, [...(byCombo.get(part.combo) ?? []), item.sku]);
  }
  const names = new Map([...byCombo].map(([combo, skus]) => [combo, namedParts(skus)]));
  return pieces.map(({ part }) => (part === null ? '' : (names.get(part.combo)?.shift() ?? '')));
}

function namedParts(skus: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return skus.map((sku) => {
    const count = (seen.get(sku) ?? 0) + 1;
    seen.set(sku, count);
    return `${sku} ${count}`;
  });
}
