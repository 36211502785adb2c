import type { Admin, Kafka } from 'kafkajs';
import type { HealthPart } from '../tokens.js';

const BELIEVED_MS = 3_000;
const PATIENCE_MS = 900;

/** Whether the brokers answer, asked at most every few seconds however often one wants to know. */
export class KafkaHealth implements HealthPart {
  readonly name = 'kafka';
  private admin: Admin | undefined;
  private last: { readonly state: string; readonly atMs: number } | undefined;
  private asking: Promise<string> | undefined;

  /** @param kafka absent: there are no brokers by configuration. */
  constructor(private readonly kafka: Kafka | undefined) {}

  async state(): Promise<string> {
    if (this.kafka === undefined) return 'not configured';
    if (this.last !== undefined && performance.now() - this.last.atMs < BELIEVED_MS) return this.last.state;
    this.asking ??= this.ask(this.kafka).finally(() => (this.asking = undefined));
    return Promise.race([this.asking, down(PATIENCE_MS)]);
  }

  async close(): Promise<void> {
    await this.admin?.disconnect().catch(() => undefined); // the process ends
  }

  private async ask(kafka: Kafka): Promise<string> {
    let state = 'up';
    const admin = (this.admin ??= kafka.admin());
    try {
      await admin.connect(); // at once where it is connected
      await admin.describeCluster();
    } catch {
      // Why is said by the client's own line in the log; a fresh one comes back by itself.
      state = 'down';
      this.admin = undefined;
      admin.disconnect().catch(() => undefined);
    }
    this.last = { state, atMs: performance.now() };
    return state;
  }
}

function down(afterMs: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('down'), afterMs).unref());
}
