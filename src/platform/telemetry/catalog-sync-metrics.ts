import { Counter, Gauge, type Registry } from 'prom-client';

/** The measurements of fetching the catalogue from its source. */
export class CatalogSyncMetrics {
  private readonly runs: Counter<'outcome'>;
  private readonly synced: Counter<'result'>;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    this.runs = new Counter({
      ...{ name: 'pos_catalog_sync_runs_total', help: 'Looks at the source of the catalogue, by what came of them' },
      ...{ labelNames: ['outcome'], registers },
    });
    this.synced = new Counter({
      ...{ name: 'pos_catalog_sync_items_total', help: 'Items that the source has sent, by what became of them' },
      ...{ labelNames: ['result'], registers },
    });
  }

  ran(outcome: string): void {
    this.runs.inc({ outcome });
  }

  items(result: string, count: number): void {
    this.synced.inc({ result }, count);
  }

  /** Shows how old the oldest copy of all tenants is. */
  watch(readSeconds: () => Promise<number>): void {
    new Gauge({
      name: 'pos_catalog_sync_lag_seconds',
      help: 'How long ago the copy that waits longest was last found to be the newest',
      registers: [this.registry],
      async collect(): Promise<void> {
        this.set(await readSeconds());
      },
    });
  }
}
