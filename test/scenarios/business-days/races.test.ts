import { startService, type Answer, type TestService } from '../../harness/service.js';
import { afterNoon, dayAfter, openDayShop, type DayShop } from './day-shop.js';

const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 20);
const SALES = 4;
const CLOSES = 5;

let service: TestService;
let shop: DayShop;

beforeAll(async () => {
  service = await startService({}, afterNoon);
  shop = await openDayShop(service);
});
afterAll(() => service.close());

/** Lets all begin at the same moment. */
function released<Result>(works: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  let open: () => void = () => undefined;
  const barrier = new Promise<void>((resolve) => (open = resolve));
  const all = works.map((work) => barrier.then(work));
  open();
  return Promise.all(all);
}

test(
  'closes of one day race each other and sales of it: one Z a day, and each sale in its day or late in the next',
  async () => {
    const days = Array.from({ length: ROUNDS }, (_, round) => dayAfter(shop.today, round - ROUNDS));
    for (const day of days) {
      const sales = Array.from({ length: SALES }, () => () => shop.sell({ on: day }));
      const closes = Array.from({ length: CLOSES }, () => () => shop.close(day));
      const answers = (await released<unknown>([...sales, ...closes])).slice(SALES) as Answer[];
      const codes = answers.map(({ status, body }) => (status === 201 ? 'closed' : body.code)).sort();
      expect(codes).toEqual(['closed', ...Array<string>(CLOSES - 1).fill('day_already_closed')]);
    }
    await shop.close(shop.today);
    const counted = await countedByDay();
    expect(counted.map(({ day }) => day)).toEqual([...days, shop.today]);
    const booked = await shop.sql<{ day: string; orders: number; late: number }>(
      `select coalesce(booked_on, business_date)::text as day, count(*)::int as orders, count(*) filter (where late)::int as late
         from pos_orders group by 1`,
    );
    for (const { day, orders, late } of counted) {
      const inBooks = booked.find((one) => one.day === day) ?? { orders: 0, late: 0 };
      expect({ day, orders, late }).toEqual({ day, orders: inBooks.orders, late: inBooks.late });
    }
    expect(counted.reduce((sum, { orders }) => sum + orders, 0)).toBe(ROUNDS * SALES);
    expect((await shop.ok('GET', `/z-reports/verify?outletId=${shop.outletId}`)).intact).toBe(true);
  },
  30_000 + ROUNDS * 3_000,
);

async function countedByDay(): Promise<{ day: string; orders: number; late: number }[]> {
  const reports: { id: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await shop.ok('GET', `/z-reports?scope=day&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
    reports.push(...page.data);
    cursor = page.nextCursor;
  }
  const counted = [];
  for (const { id } of reports) {
    const { figures, businessDate: day } = await shop.ok('GET', `/z-reports/${id}`);
    const late = figures.late.reduce((sum: number, { orders }: { orders: number }) => sum + orders, 0);
    counted.push({ day, orders: figures.orders.count, late });
  }
  return counted.reverse();
}
