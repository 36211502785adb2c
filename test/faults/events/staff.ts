import { Cashier } from '../cashier.js';
import type { Chance } from '../chance.js';
import { Ledger } from '../receipts.js';
import type { Shop } from '../shop.js';
import { TillClient, Wires } from '../till-client.js';
import { Till } from '../till.js';
import { Clerk } from './clerk.js';

const THINK_MS = 40;

/** Everyone who makes events happen: cashiers at their tills, and a clerk who changes the catalogue. */
export class Staff {
  readonly ledger = new Ledger();
  readonly wires = new Wires();
  private readonly closing = new AbortController();
  private readonly clients: TillClient[] = [];
  private readonly working: Promise<void>[] = [];

  constructor(
    private readonly shop: Shop,
    private readonly baseUrls: readonly string[],
    private readonly chance: Chance,
  ) {}

  /** Requests that had no answer. */
  get unanswered(): number {
    return this.clients.reduce((sum, { noAnswers }) => sum + noAnswers, 0);
  }

  start(tills: number): void {
    const { shop, ledger } = this;
    for (let index = 0; index < tills; index += 1) {
      this.employ(`till-${index}`, (name, chance, client) => {
        return new Cashier(new Till(name, shop, ledger, chance, client), THINK_MS);
      });
    }
    this.employ('clerk', (_name, chance, client) => new Clerk(shop, ledger, chance, client, THINK_MS * 4));
  }

  /** Everyone finishes what is in hand. */
  async goHome(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.working);
    for (const client of this.clients) client.close();
  }

  private employ(
    name: string,
    make: (name: string, chance: Chance, client: TillClient) => { work(until: AbortSignal): Promise<void> },
  ): void {
    const client = new TillClient(this.baseUrls, this.wires, this.chance.branch(`${name} waits`));
    this.clients.push(client);
    const work = make(name, this.chance.branch(name), client).work(this.closing.signal);
    this.working.push(
      work.catch((error: unknown) => void this.ledger.complaints.push(`${name} stopped: ${String(error)}`)),
    );
  }
}
