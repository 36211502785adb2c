import type { Signals } from './ports.js';
import { SignalBatches } from './signal-batches.js';

type Hear = (text: string) => void;

/** Signals within this process. Also what tells the own listeners where Redis tells the other instances. */
export class InProcessSignals implements Signals {
  private readonly listeners = new Map<string, Set<{ readonly hear: Hear }>>();
  private readonly batches: SignalBatches;

  constructor(
    /** Told what a listener threw: its failure is nobody else's. */
    private readonly failed: (error: unknown) => void,
    /** Told of each signal after the own listeners, each once however often it was sent. */
    leave: (channel: string, text: string) => void = () => undefined,
    lost: () => void = () => undefined,
  ) {
    this.batches = new SignalBatches((channel, text) => {
      this.deliver(channel, text);
      leave(channel, text);
    }, lost);
  }

  send(channel: string, text: string): void {
    this.batches.add(channel, text);
  }

  listen(channel: string, hear: Hear): () => void {
    const listener = { hear };
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(channel) === listeners) this.listeners.delete(channel);
    };
  }

  /** The channels that somebody listens to. */
  channels(): string[] {
    return [...this.listeners.keys()];
  }

  /** Tells the listeners now. */
  deliver(channel: string, text: string): void {
    for (const { hear } of [...(this.listeners.get(channel) ?? [])]) {
      try {
        hear(text);
      } catch (error) {
        this.failed(error);
      }
    }
  }

  /** Sends what waits. */
  flush(): void {
    this.batches.flush();
  }
}
