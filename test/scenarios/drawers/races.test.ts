import { atOnce, openDrawerShop, USD, type DrawerShop } from './drawer-shop.js';

const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? '20');
const MS_PER_ROUND = 5_000;
const UUID = /^[0-9a-f-]{36}$/;

let shop: DrawerShop;
beforeAll(async () => {
  shop = await openDrawerShop();
});
afterAll(() => shop.service.close());

/** What the database says of a session, whatever the routes show. */
async function entriesOf(sessionId: string): Promise<{ kind: string; paymentId: string | null; amount: number }[]> {
  const { data } = await shop.done('GET', `/drawer-sessions/${sessionId}/entries?limit=200`);
  return data.map((entry: { kind: string; paymentId: string | null; amount: { amount: number } }) => ({
    ...{ kind: entry.kind, paymentId: entry.paymentId, amount: entry.amount.amount },
  }));
}

test(
  'of ten who open a drawer at once one does',
  async () => {
    const device = 'till-9';
    for (let round = 0; round < ROUNDS; round += 1) {
      const drawerId = await shop.drawer();
      const open = () => shop.call('POST', `/drawers/${drawerId}/sessions`, { float: USD(100), deviceId: device });
      const answers = await atOnce(Array.from({ length: 10 }, () => open));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
      const codes = new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code as string));
      expect([...codes]).toEqual(['drawer_already_open']);
      const { data } = await shop.done('GET', `/drawer-sessions?drawerId=${drawerId}`);
      expect(data).toMatchObject([{ number: 1, status: 'open', expected: USD(100) }]);
      await shop.done('POST', `/drawer-sessions/${data[0].id}/count`);
      await shop.done('POST', `/drawer-sessions/${data[0].id}/close`, { counted: USD(100) });
    }
  },
  ROUNDS * MS_PER_ROUND,
);

test(
  'of two drawers that one device opens at once one is open',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const drawers = [await shop.drawer(), await shop.drawer()];
      const answers = await atOnce(
        drawers.map(
          (id) => () => shop.call('POST', `/drawers/${id}/sessions`, { float: USD(0), deviceId: `d${round}` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const [lost] = answers.filter(({ status }) => status === 409);
      expect(lost?.body.code).toBe('drawer_device_in_use');
    }
  },
  ROUNDS * MS_PER_ROUND,
);

test(
  'a payment that races the close is in what the close expects, or was refused; never neither, never both',
  async () => {
    const seen = { booked: 0, refused: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await shop.session(1000);
      const path = `/drawer-sessions/${id}`;
      const book = () => shop.book(id as string, 'sale', 300);
      const close = async (): Promise<string> => {
        await shop.done('POST', `${path}/count`);
        const closed = await shop.done('POST', `${path}/close`, { counted: USD(1000) });
        return String(closed.expected.amount);
      };
      // Who comes first changes from round to round, so that both outcomes are met.
      const payments = [book, book, book];
      const works = round % 2 === 0 ? [close, ...payments] : [...payments, close];
      const outcomes = await atOnce<string>(works);
      const expected = Number(round % 2 === 0 ? outcomes[0] : outcomes.at(-1));
      const booked = (round % 2 === 0 ? outcomes.slice(1) : outcomes.slice(0, -1)).filter((text) => UUID.test(text));
      seen.booked += booked.length;
      seen.refused += payments.length - booked.length;
      const sales = (await entriesOf(id as string)).filter(({ kind }) => kind === 'sale');
      expect(sales.map(({ paymentId }) => paymentId).sort()).toEqual([...booked].sort());
      expect(expected).toBe(1000 + 300 * booked.length);
      const left = (await entriesOf(id as string)).reduce((total, { amount }) => total + amount, 0);
      expect(left).toBe(0);
    }
    expect(seen.booked + seen.refused).toBe(3 * ROUNDS);
  },
  ROUNDS * MS_PER_ROUND,
);

test(
  'two closes at once are one, and transfers in opposite directions both happen',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two] = [await shop.session(1000), await shop.session(1000)];
      const transfer = (from: { id: string }, to: { id: string }, amount: number) => () =>
        shop.call('POST', `/drawer-sessions/${from.id}/transfers`, {
          ...{ toSessionId: to.id, amount: USD(amount), reason: 'change' },
        });
      const moved = await atOnce([transfer(one, two, 100), transfer(two, one, 30), transfer(one, two, 5)]);
      expect(moved.map(({ status }) => status)).toEqual([200, 200, 200]);
      const path = `/drawer-sessions/${one.id}`;
      expect(await shop.done('GET', path)).toMatchObject({ expected: USD(925), version: 4 });
      await shop.done('POST', `${path}/count`);
      const close = () => shop.call('POST', `${path}/close`, { counted: USD(925) });
      const closed = await atOnce([close, close]);
      expect(closed.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  },
  ROUNDS * MS_PER_ROUND,
);

test(
  'of skims that together are more than there is, as many happen as there is cash for',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await shop.session(1000);
      const skim = () => shop.call('POST', `/drawer-sessions/${id}/skims`, { amount: USD(300), reason: 'full' });
      const answers = await atOnce(Array.from({ length: 5 }, () => skim));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409]);
      expect(await shop.done('GET', `/drawer-sessions/${id}`)).toMatchObject({ expected: USD(100) });
    }
  },
  ROUNDS * MS_PER_ROUND,
);
