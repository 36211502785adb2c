import { Turns } from './turns.js';

test('no more run at once than may, all run, and one that fails gives its turn on', async () => {
  const turns = new Turns(2);
  let [running, most] = [0, 0];
  const works = Array.from({ length: 9 }, (_, n) =>
    turns.take(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (n % 3 === 0) throw new Error('failed');
      return n;
    }),
  );
  const outcomes = await Promise.allSettled(works);
  expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
    ...['failed', 1, 2, 'failed', 4, 5, 'failed', 7, 8],
  ]);
  expect(most).toBe(2);
});
