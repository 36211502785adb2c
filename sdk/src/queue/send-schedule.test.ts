import { SendSchedule } from './send-schedule.js';

type Outcome = 'sent' | 'failed' | 'refused';
let outcome: Outcome;
let waiting: boolean;
let sent: string[];
let schedule: SendSchedule;

beforeEach(() => {
  jest.useFakeTimers();
  [outcome, waiting, sent] = ['sent', false, []];
  const send = (trigger: string): Promise<Outcome> => {
    sent.push(trigger);
    return Promise.resolve(outcome);
  };
  schedule = new SendSchedule({ send, isWaiting: () => waiting, random: () => 0.5 });
});
afterEach(() => {
  schedule.stop();
  jest.useRealTimers();
});

it('sends at once what waits when it starts, and what is appended', async () => {
  schedule.appended();
  expect(sent).toEqual([]);
  waiting = true;
  schedule.start();
  schedule.start();
  schedule.appended();
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['reconnect', 'sale']);
});

it('tries every 30 s while something waits, and not otherwise', async () => {
  [waiting, outcome] = [true, 'failed'];
  schedule.start();
  await jest.advanceTimersByTimeAsync(91_000);
  expect(sent).toEqual(['reconnect', 'schedule', 'schedule', 'schedule']);
  waiting = false;
  await jest.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(5);
});

it('knocks every 5 minutes where the device is refused, not with each sale', async () => {
  [waiting, outcome] = [true, 'refused'];
  schedule.start();
  await jest.advanceTimersByTimeAsync(0);
  schedule.appended();
  await jest.advanceTimersByTimeAsync(299_000);
  expect(sent).toEqual(['reconnect']);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual(['reconnect', 'schedule']);
  schedule.stop();
  await jest.advanceTimersByTimeAsync(900_000);
  expect(sent).toHaveLength(2);
});
