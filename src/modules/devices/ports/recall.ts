/** Makes every instance forget what it remembers of devices. Call it after the commit. */
export interface Recall {
  devices(...ids: readonly string[]): void;
}
