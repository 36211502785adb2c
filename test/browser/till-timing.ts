// What runs in the page while a till is timed: functions that stand for themselves, for they are sent there as text.

/** A scanner's burst. @returns ms until the new line and its price are painted. */
export function scanned(code: string): Promise<number> {
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.sell-row')];
  const before = rows().length;
  const isThere = (): boolean => rows().length > before && !rows().some(({ textContent }) => textContent.includes('…'));
  return new Promise((resolve, reject) => {
    const started = performance.now();
    // Before each painting; a turn of its own comes behind it.
    const look = (): void => {
      if (isThere()) setTimeout(() => resolve(performance.now() - started));
      else if (performance.now() - started > 30_000) reject(new Error('the line did not come'));
      else requestAnimationFrame(look);
    };
    [...Array.from(code), 'Enter'].forEach((key, at) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      // By the keys' own clock 2 ms from one to the next, however long the page takes for each.
      Object.defineProperty(event, 'timeStamp', { value: started + at * 2 });
      (document.activeElement ?? document.body).dispatchEvent(event);
    });
    requestAnimationFrame(look);
  });
}

/** Makes `globalThis.painted`: ms from the next key to the painting of what the field then finds. */
export function watchPaint(): void {
  const page = globalThis as { painted?: Promise<number> };
  const once = { capture: true, once: true };
  page.painted = new Promise((resolve) => {
    const pressed = (): void => {
      const started = performance.now();
      const painted = (): void => void setTimeout(() => resolve(performance.now() - started));
      addEventListener('input', () => requestAnimationFrame(painted), once);
    };
    addEventListener('keydown', pressed, once);
  });
}
