// Preloaded into a process of the fault suite: its calendar is off by POS_TEST_CLOCK_SHIFT_MS. Timers and the monotonic clock
// stay true, as on a machine whose time is set wrongly.
const shiftMs = Number(process.env.POS_TEST_CLOCK_SHIFT_MS ?? 0);
const now = Date.now.bind(Date);

globalThis.Date = new Proxy(Date, {
  construct: (target, args) => (args.length === 0 ? new target(now() + shiftMs) : new target(...args)),
  apply: () => new Date(now() + shiftMs).toString(),
  get: (target, name) => (name === 'now' ? () => now() + shiftMs : Reflect.get(target, name)),
});
