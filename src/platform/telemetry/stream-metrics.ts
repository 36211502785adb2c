import { Counter, Gauge, type Registry } from 'prom-client';

/** The measurements of live streams. */
export class StreamMetrics {
  private readonly events: Counter;
  private readonly ends: Counter<'reason'>;
  private readonly resets: Counter<'reason'>;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    const labelNames = ['reason'] as const;
    this.events = new Counter({
      ...{ name: 'pos_stream_events_sent_total', help: 'Events written to streams, once for each stream', registers },
    });
    this.ends = new Counter({
      ...{ name: 'pos_streams_ended_total', help: 'Streams that are over, by reason; slow ones were cut' },
      ...{ labelNames, registers },
    });
    this.resets = new Counter({
      ...{ name: 'pos_stream_resets_total', help: 'Streams that could not be resumed where they were, by reason' },
      ...{ labelNames, registers },
    });
  }

  /** Shows how many streams are open. */
  watch(open: () => number): void {
    const registers = [this.registry];
    new Gauge({
      ...{ name: 'pos_streams_open', help: 'Open streams', registers },
      collect(): void {
        this.set(open());
      },
    });
  }

  sent(events: number): void {
    this.events.inc(events);
  }

  ended(reason: string): void {
    this.ends.inc({ reason });
  }

  reset(reason: string): void {
    this.resets.inc({ reason });
  }
}
