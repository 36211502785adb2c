import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { SaleRefused } from '../../../../sdk/src/register/sale-refused.js';
import { withAgreed } from './basket-lines.js';
import type { Basket } from './basket.js';
import type { AgreedPrice, PricedOrder, SaleDraft } from './sdk-types.js';
import type { SaleTrouble } from './selling-sheets.js';

/** What a basket comes to. */
export interface PricedSale {
  /** The basket that was priced: an older one's amounts are shown until the next are there, but never paid. */
  readonly basket: Basket;
  readonly draft: SaleDraft;
  readonly order: PricedOrder;
}

/** Prices a draft, as the register does. */
export type PriceSale = (draft: SaleDraft) => Promise<{
  readonly order: PricedOrder;
  readonly agreed: ReadonlyMap<string, AgreedPrice>;
}>;

/** Keeps the amounts of the basket up to date: one pricing at a time, and always of the latest basket. */
export class SalePricing {
  private readonly result = signal<PricedSale | null>(null);
  private readonly refusal = signal<SaleTrouble | null>(null);
  private wanted: { readonly basket: Basket; readonly draft: SaleDraft } | null = null;
  private running: Promise<void> | null = null;
  /** A basket that is priced, though it comes as a new one. */
  private told: Basket | null = null;

  /** @param onTold the same basket with what its rows cost now, to be kept in place of the one that was priced. */
  constructor(
    private readonly price: PriceSale,
    private readonly onTold: (told: Basket, priced: Basket) => void = () => undefined,
  ) {}

  get priced(): ReadonlySignal<PricedSale | null> {
    return this.result;
  }

  get trouble(): ReadonlySignal<SaleTrouble | null> {
    return this.refusal;
  }

  /** Prices another basket; `draft` is what it comes to as a body of the API. */
  follow(basket: Basket, draft: SaleDraft): void {
    const known = basket === this.told;
    this.told = null;
    if (known) return;
    if (basket.lines.length === 0) {
      this.wanted = null;
      this.result.value = null;
      this.refusal.value = null;
      return;
    }
    this.wanted = { basket, draft };
    this.running ??= this.work();
  }

  /** Resolves when the latest basket was priced, or refused. */
  async settled(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async work(): Promise<void> {
    try {
      while (this.wanted !== null) {
        const { basket, draft } = this.wanted;
        this.wanted = null;
        await this.once(basket, draft);
      }
    } finally {
      this.running = null;
    }
  }

  private async once(basket: Basket, draft: SaleDraft): Promise<void> {
    try {
      const { order, agreed } = await this.price(draft);
      if (this.wanted !== null) return;
      const told = withAgreed(basket, agreed);
      batch(() => {
        this.result.value = { basket: told, draft: draftAt(draft, agreed), order };
        this.refusal.value = null;
        if (told === basket) return;
        this.told = told;
        this.onTold(told, basket);
      });
    } catch (refused) {
      if (this.wanted !== null) return;
      this.refusal.value = troubleOf(refused, draft);
    }
  }
}

/** The draft at what it was just priced with. */
function draftAt(draft: SaleDraft, told: ReadonlyMap<string, AgreedPrice>): SaleDraft {
  const { lines = [] } = draft;
  return {
    ...draft,
    lines: lines.map((line) => {
      const agreed = told.get(line.id ?? '');
      return agreed === undefined ? line : { ...line, agreed };
    }),
  };
}

/** What the register refused, with the row that it is about. Anything else is a fault of the program and goes on up. */
function troubleOf(refused: unknown, draft: SaleDraft): SaleTrouble {
  if (!(refused instanceof SaleRefused)) throw refused;
  const index = /^\/lines\/(\d+)/.exec(refused.pointer)?.[1];
  const lineId = index === undefined ? null : (draft.lines?.[Number(index)]?.id ?? null);
  const promoCode = refused.facts['promoCode'];
  return { code: refused.code, promoCode: typeof promoCode === 'string' ? promoCode : null, lineId };
}
