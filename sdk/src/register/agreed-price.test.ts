import fc from 'fast-check';
import type { SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { BOOK_FORMAT } from '../book/book-store.js';
import { chunksOfShop, itemRecord, KES, NOW, OUTLET_ID } from '../book/book.examples.js';
import type { PriceBook } from '../book/price-book.js';
import { ShelvedBook } from '../book/shelved-book.js';
import { newId } from '../encoding/new-id.js';
import { Register } from './register.js';
import type { DraftLine, SaleDraft } from './sale-draft.js';
import type { PersonAtTill } from './till-person.js';

const cashier: PersonAtTill = { personId: 'ann', permissions: new Set(['orders:write', 'orders:override_price']) };
const CARD = '0197a3c2-7b1e-7000-8000-0000000000c1';

/** What a price book says, in minor units; the happy hour in percent. */
interface Prices {
  readonly latte: number;
  readonly mocha: number;
  readonly menu: number;
  readonly oat: number;
  readonly extra: number;
  readonly off: number;
  readonly less: number;
}
const PRICES: Prices = { latte: 300, mocha: 350, menu: 600, oat: 50, extra: 100, off: 10, less: -20 };

function chunksOf({ latte, mocha, menu, oat, extra, off, less }: Prices): SectionChunk[] {
  const always = { allergens: [], prices: {}, maxQuantity: null, active: true, groups: [] };
  const milk = { id: 'm1', code: 'oat', name: 'Oat', price: KES(oat), default: false, ...always };
  const group = { id: 'g1', code: 'milk', name: 'Milk', currency: 'KES', min: 0, max: 1, freeQuantity: 0 };
  const choices = ['latte', 'mocha'].map((sku) => {
    return { sku, category: null, upcharge: KES(sku === 'mocha' ? extra : 0), default: sku === 'latte' };
  });
  const slots = [{ code: 'drink', name: 'Drink', min: 1, max: 2, choices }];
  const everywhere = { outletIds: null, channels: null, customerGroups: null, schedule: null };
  const rules = [{ category: 'Coffee', effect: { kind: 'percent' as const, amount: null, rate: String(less) } }];
  const version = { id: 'v1', number: 1, effectiveAt: new Date(0).toISOString(), priority: 1, hasEntries: false };
  const book = { id: 'b1', name: 'Happy hour', currency: 'KES', parentId: null, archivedAt: null };
  return [
    ...chunksOfShop([
      itemRecord('latte', { price: KES(latte) }),
      itemRecord('mocha', { price: KES(mocha) }),
      itemRecord('loose', { openPrice: true }),
      itemRecord('menu', { kind: 'combo', price: KES(menu), category: 'Menus' }),
      itemRecord('deal', { kind: 'combo', category: 'Menus' }),
    ]),
    { section: 'modifierGroups', records: [{ ...group, modifiers: [milk] }] },
    {
      section: 'modifierAttachments',
      records: [{ itemId: null, category: 'Coffee', groups: [{ group: 'milk', position: 0, min: null, max: null }] }],
    },
    {
      section: 'combos',
      records: [
        { itemId: 'item-menu', pricing: { kind: 'fixed', rate: null }, slots },
        { itemId: 'item-deal', pricing: { kind: 'percent_off', rate: String(off) }, slots },
      ],
    },
    { section: 'pricebooks', records: [{ ...book, versions: [{ ...version, ...everywhere, rules }] }] },
  ] as SectionChunk[];
}

/** A till whose book can be changed; it does with drafts what a till does: what was agreed is kept with the line, as JSON. */
class TillDouble {
  private revision = 0;
  private book!: PriceBook;
  readonly register = new Register({ book: () => this.book, ids: { next: newId }, now: () => NOW });
  draft: SaleDraft = { id: newId(), outletId: OUTLET_ID, lines: [] };

  constructor(prices: Prices = PRICES) {
    this.takeBook(prices);
  }

  takeBook(prices: Prices): void {
    this.revision += 1;
    const mark = { format: BOOK_FORMAT, cursor: `cursor-${this.revision}`, updatedAt: NOW };
    this.book = ShelvedBook.from({ mark, chunks: chunksOf(prices) }, () => NOW).book;
  }

  async add(...lines: readonly DraftLine[]): Promise<void> {
    this.draft = {
      ...this.draft,
      lines: [...(this.draft.lines ?? []), ...lines.map((line) => ({ id: newId(), ...line }))],
    };
    await this.price();
  }

  change(sku: string, to: Partial<DraftLine>): Promise<Map<string, object>> {
    const lines = (this.draft.lines ?? []).map((line) => (line.sku === sku ? { ...line, ...to } : line));
    this.draft = { ...this.draft, lines };
    return this.price();
  }

  /** Prices the draft and keeps what was agreed. @returns what each line costs. */
  async price(): Promise<Map<string, object>> {
    const { agreed, order } = await this.register.price(this.draft, cashier);
    const lines = (this.draft.lines ?? []).map((line) => {
      const told = agreed.get(line.id ?? '');
      return told === undefined ? line : { ...line, agreed: told };
    });
    this.draft = JSON.parse(JSON.stringify({ ...this.draft, lines })) as SaleDraft;
    return pricesOf(order.lines);
  }

  async ring(): Promise<{ prices: Map<string, object>; total: number; body: string }> {
    const payments = [{ tender: 'cash', amount: KES(100_000_000) }];
    const more = { receiptNumber: 'T1-000001', drawerSessionId: null, complete: true };
    const { order, body } = await this.register.ring(this.draft, payments, cashier, more);
    const total = order.totals.total.amount - order.totals.rounding.amount;
    return { prices: pricesOf(order.lines), total, body: JSON.stringify(body) };
  }
}

type Priced = { readonly id: string; readonly sku: string; readonly unitPrice: object; readonly gross: object };

/** Parts of combos are known by their item: they get ids where they are sold. */
function pricesOf(
  lines: readonly (Priced & { readonly combo: { readonly id: string } | null })[],
): Map<string, object> {
  return new Map(
    lines.map(({ id, sku, combo, unitPrice, gross }) => [
      combo === null ? id : `${combo.id} ${sku}`,
      { unitPrice, gross },
    ]),
  );
}

const amount = fc.integer({ min: 100, max: 100_000 });
const prices: fc.Arbitrary<Prices> = fc.record({
  ...{ latte: amount, mocha: amount, menu: amount, oat: fc.integer({ min: 0, max: 900 }), extra: amount },
  ...{ off: fc.integer({ min: 1, max: 90 }), less: fc.integer({ min: -60, max: 60 }) },
});
const line: fc.Arbitrary<DraftLine> = fc
  .oneof(
    fc.record({
      sku: fc.constantFrom('latte', 'mocha'),
      quantity: fc.constantFrom('1', '2.5', '12'),
      modifiers: fc.constantFrom([], [{ modifier: 'oat', group: 'milk' }]),
    }),
    fc.record({ sku: fc.constant('loose'), unitPrice: amount.map(KES) }),
    fc.record({
      sku: fc.constantFrom('menu', 'deal'),
      components: fc.constantFrom(
        [{ slot: 'drink', sku: 'mocha' }],
        [
          { slot: 'drink', sku: 'latte', modifiers: ['oat'] },
          { slot: 'drink', sku: 'mocha' },
        ],
      ),
    }),
    fc.record({
      sku: fc.constantFrom('latte', 'deal'),
      priceOverride: fc.record({ unitPrice: amount.map(KES), reason: fc.constant('regular') }),
    }),
  )
  .map((one) =>
    one.sku === 'deal' && !('components' in one) ? { ...one, components: [{ slot: 'drink', sku: 'latte' }] } : one,
  );

test('whatever becomes of the book, earlier lines cost what was said, later ones what it says now, and so they are rung up', async () => {
  const steps = fc.array(fc.record({ prices, lines: fc.array(line, { minLength: 1, maxLength: 3 }) }), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (chapters) => {
      const till = new TillDouble();
      let told = new Map<string, object>();
      for (const chapter of chapters) {
        till.takeBook(chapter.prices);
        expect(await till.price()).toEqual(told);
        await till.add(...chapter.lines);
        const whole = await till.price();
        for (const [id, price] of told) expect(whole.get(id)).toEqual(price);
        const alone = new TillDouble(chapter.prices);
        const added = (till.draft.lines ?? []).slice(-chapter.lines.length);
        await alone.add(...added.map(({ agreed: _, ...fresh }) => fresh));
        for (const [id, price] of await alone.price()) expect(whole.get(id)).toEqual(price);
        told = whole;
      }
      const { prices: rung, total, body } = await till.ring();
      expect(rung).toEqual(told);
      expect(total).toBe((await till.register.price(till.draft, cashier)).order.totals.total.amount);
      expect(body).not.toContain('"agreed"');
    }),
    { numRuns: 60 },
  );
});

const DEARER: Prices = { ...PRICES, latte: 900, mocha: 950, oat: 500, less: 0 };

test.each<[string, (till: TillDouble) => Promise<Map<string, object>>, number]>([
  ['more of it', (till) => till.change('latte', { quantity: '3' }), 240],
  ['a note', (till) => till.change('latte', { note: 'hot' }), 240],
  ['other choices, which have their prices of now', (till) => till.change('latte', { modifiers: ['oat'] }), 740],
  ['another item in its place', (till) => till.change('latte', { sku: 'mocha' }), 950],
  ['another channel', (till) => ((till.draft = { ...till.draft, channel: 'takeaway' }), till.price()), 900],
  ['a customer', (till) => ((till.draft = { ...till.draft, customerId: CARD }), till.price()), 900],
])('a line of an earlier book with %s', async (_, change, unit) => {
  const till = new TillDouble();
  await till.add({ sku: 'latte' });
  till.takeBook(DEARER);
  const changed = [...(await change(till)).values()];
  expect(changed).toMatchObject([{ unitPrice: KES(unit) }]);
  // What was agreed then counts from then on.
  till.takeBook({ ...DEARER, latte: 1, mocha: 1, oat: 1 });
  expect([...(await till.price()).values()]).toEqual(changed);
});

test('while the book is the same a line has the prices of the hour', async () => {
  const till = new TillDouble();
  await till.add({ sku: 'latte' });
  const [agreed] = (till.draft.lines ?? []).map((one) => one.agreed);
  expect(agreed).toMatchObject({ bookRevision: 'cursor-1', sku: 'latte', channel: 'counter', customerId: null });
  expect(agreed?.parts).toMatchObject([{ listPrice: KES(300), steps: [{ kind: 'percent', rate: '-20' }] }]);
});
