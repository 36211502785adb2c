/** What the server's answers tell about its clock: proofs must be of its time, whatever this device believes. */
export class ServerClock {
  private skew = 0;

  constructor(private readonly now: () => number) {}

  /** The server's clock less this device's, in ms; right to about a second. */
  get skewMs(): number {
    return this.skew;
  }

  /** The server's time, in ms since the epoch. */
  serverNow(): number {
    return this.now() + this.skew;
  }

  /** @param header `Date` of an answer. @param askedAt when it was asked for, by this device's clock. */
  learn(header: string | null, askedAt: number): void {
    const said = header === null ? Number.NaN : Date.parse(header);
    if (Number.isNaN(said)) return;
    const middle = (askedAt + this.now()) / 2;
    this.skew = Math.round(said + 500 - middle); // the header has whole seconds, cut off
  }
}
