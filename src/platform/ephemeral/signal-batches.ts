const PAUSE_MS = 20;
const TEXTS_MAX = 256;
const CHANNELS_MAX = 10_000;

/**
 * Gathers signals: the first leaves at once, and what is sent within the next 20 ms leaves together after them, each text
 * once. The later ones must not be dropped: whoever was woken by the first has looked before they were sent.
 */
export class SignalBatches {
  private pending = new Map<string, Set<string>>();
  private running = false;

  constructor(
    private readonly leave: (channel: string, text: string) => void,
    /** A signal was given up because those of too many channels wait. */
    private readonly lost: () => void,
  ) {}

  /** Costs little, for it stands on the path of every sale. */
  add(channel: string, text: string): void {
    const texts = this.pending.get(channel);
    if (texts !== undefined) {
      texts.add(text);
      if (texts.size > TEXTS_MAX) this.pending.set(channel, new Set(['']));
      return;
    }
    if (this.pending.size >= CHANNELS_MAX) {
      this.lost();
      return;
    }
    this.pending.set(channel, new Set([text]));
    if (this.running) return;
    this.running = true;
    setImmediate(() => this.next());
  }

  /** Lets go of what waits, without a pause. */
  flush(): void {
    const batch = this.pending;
    this.pending = new Map();
    for (const [channel, texts] of batch) for (const text of texts) this.leave(channel, text);
  }

  private next(): void {
    this.running = this.pending.size > 0;
    if (!this.running) return;
    this.flush();
    setTimeout(() => this.next(), PAUSE_MS).unref();
  }
}
