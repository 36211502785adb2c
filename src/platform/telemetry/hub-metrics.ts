import { Counter } from 'prom-client';
import type { Metrics } from './metrics.js';

/** What a hub's gauges show. */
export interface HubFigures {
  readonly uplinkUp: boolean;
  readonly waiting: number;
  /** `null`: never copied. */
  readonly replicaAgeSeconds: number | null;
}

/** The measurements of a shop's hub. */
export class HubMetrics {
  private readonly relayed: Counter;

  constructor(metrics: Metrics, figures: () => Promise<HubFigures>) {
    this.relayed = new Counter({
      ...{ name: 'pos_hub_relayed_entries_total', help: 'Entries of devices that were handed on to the cloud' },
      registers: [metrics.registry],
    });
    metrics.gauge('pos_hub_uplink_up', 'Whether the cloud answered last time (1) or not (0)', async () =>
      (await figures()).uplinkUp ? 1 : 0,
    );
    metrics.gauge(
      'pos_hub_waiting_entries',
      'Entries of devices that the cloud has not been handed',
      async () => (await figures()).waiting,
    );
    metrics.gauge(
      'pos_hub_replica_age_seconds',
      'Since when the copy of master data was not compared with the cloud; -1: never',
      async () => (await figures()).replicaAgeSeconds ?? -1,
    );
  }

  handedOn(entries: number): void {
    this.relayed.inc(entries);
  }
}
