/** Where small things are kept over restarts: `localStorage` in the till. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A value under a name that outlives the program. What cannot be read is as if it had never been kept. */
export class KeptValue<Value> {
  constructor(
    private readonly name: string,
    private readonly keeping: Keeping = localStorage,
  ) {}

  read(): Value | null {
    const text = this.keeping.getItem(this.name);
    if (text === null) return null;
    try {
      return JSON.parse(text) as Value;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.keeping.removeItem(this.name);
      return null;
    }
  }

  /** @param value `null` forgets it. */
  write(value: Value | null): void {
    if (value === null) this.keeping.removeItem(this.name);
    else this.keeping.setItem(this.name, JSON.stringify(value));
  }
}
