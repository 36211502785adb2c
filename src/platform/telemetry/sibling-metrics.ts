import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The measurements of calls to sibling services. */
export class SiblingMetrics {
  private readonly calls: Counter<'sibling' | 'outcome'>;
  private readonly duration: Histogram<'sibling'>;
  private readonly open: Gauge<'sibling'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.calls = new Counter({
      ...{ name: 'pos_sibling_calls_total', help: 'Tries of calls to sibling services, by what became of them' },
      ...{ labelNames: ['sibling', 'outcome'], registers },
    });
    this.duration = new Histogram({
      ...{ name: 'pos_sibling_call_duration_seconds', help: 'Time of one try of a call to a sibling service' },
      ...{ labelNames: ['sibling'], buckets: SECONDS, registers },
    });
    this.open = new Gauge({
      ...{ name: 'pos_sibling_breaker_open', help: '1 while calls to the sibling are not even tried' },
      ...{ labelNames: ['sibling'], registers },
    });
  }

  tried(sibling: string, outcome: string, seconds: number): void {
    this.calls.inc({ sibling, outcome });
    this.duration.observe({ sibling }, seconds);
  }

  breaker(sibling: string, open: boolean): void {
    this.open.set({ sibling }, open ? 1 : 0);
  }
}
