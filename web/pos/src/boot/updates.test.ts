import { applyUpdate, keepOffline, lookForUpdate, updateReady } from './updates.js';

const here = globalThis as { navigator?: object };

afterEach(() => {
  delete here.navigator;
});

/** A browser, where there is one in this test. */
function browserWith(parts: object): void {
  Object.defineProperty(here, 'navigator', { value: parts, configurable: true });
}

test('where the browser has no service workers the till goes on without', async () => {
  browserWith({});
  await keepOffline();
  lookForUpdate();
  applyUpdate();
  expect(updateReady.value).toBe(false);
});

test.each([
  ['refuses them', new DOMException('blocked', 'SecurityError')],
  ['cannot have the file', new TypeError('failed to fetch')],
])('where the browser %s, too', async (_, refusal) => {
  browserWith({ serviceWorker: { addEventListener: () => undefined, register: () => Promise.reject(refusal) } });
  await expect(keepOffline()).resolves.toBeUndefined();
});

test('a fault of the program is not swallowed', async () => {
  const fault = new Error('a bug');
  browserWith({ serviceWorker: { addEventListener: () => undefined, register: () => Promise.reject(fault) } });
  await expect(keepOffline()).rejects.toBe(fault);
});
