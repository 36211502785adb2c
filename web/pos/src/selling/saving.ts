import type { BasketStore, HeldBasket } from './basket-store.js';
import { asKept, type Basket } from './basket.js';

/** Keeps the latest basket on the device, one write after the other: of a burst of changes the last is written. */
export class Saving {
  private latest: Basket | null = null;
  private writing: Promise<void> = Promise.resolve();

  /** @param onTrouble the basket could not be written: the sale goes on, but would not outlive the page. */
  constructor(
    private readonly store: Promise<BasketStore>,
    private readonly onTrouble: (cause: unknown) => void,
  ) {}

  /** The basket that was kept. */
  async load(): Promise<Basket | null> {
    const kept = await (await this.store).load();
    return kept && asKept(kept);
  }

  /** Keeps a basket; `saved` tells when it is on the disk. */
  save(basket: Basket): void {
    const waits = this.latest !== null;
    this.latest = basket;
    if (!waits) this.writing = this.writing.then(() => this.write()).catch(this.onTrouble);
  }

  /** Resolves when nothing waits to be written. */
  async saved(): Promise<void> {
    await this.writing;
  }

  /** Puts a basket aside, after all that was to be written. */
  async hold(held: HeldBasket, next: Basket): Promise<void> {
    await this.saved();
    await (await this.store).hold(held, next);
  }

  /** Takes a held basket; what was in hand is put aside with it. */
  async recall(id: string, inHand: HeldBasket | null): Promise<Basket | undefined> {
    await this.saved();
    const kept = await (await this.store).recall(id, inHand);
    return kept && asKept(kept);
  }

  async held(): Promise<readonly HeldBasket[]> {
    const held = await (await this.store).held();
    return held.map((one) => ({ ...one, basket: asKept(one.basket) }));
  }

  /** Forgets a held basket: the order that it is lives elsewhere. */
  async forget(id: string): Promise<void> {
    await (await this.store).forget(id);
  }

  private async write(): Promise<void> {
    // What follows from a change at once, such as its prices, is written with it.
    await new Promise((resolve) => setTimeout(resolve));
    const { latest } = this;
    this.latest = null;
    if (latest !== null) await (await this.store).save(latest);
  }
}
