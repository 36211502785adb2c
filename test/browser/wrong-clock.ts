import type { BrowserContext } from 'playwright-core';

/** From the next page that is opened on, the device's clock is so far ahead. */
export async function clockAhead(context: BrowserContext, byMs: number): Promise<void> {
  await context.addInitScript((ms) => {
    const right = Date.now;
    const Wrong = new Proxy(Date, {
      construct: (target, values, self) =>
        Reflect.construct(target, values.length > 0 ? values : [right() + ms], self) as Date,
      get: (target, key, self) => (key === 'now' ? () => right() + ms : (Reflect.get(target, key, self) as unknown)),
    });
    globalThis.Date = Wrong;
  }, byMs);
}
