import { REPLICA_TABLES } from '../domain/replica-tables.js';
import type { Cloud, Manifest } from '../ports/cloud.js';
import type { ReplicaWriter } from '../ports/hub-store.js';

/** Copies of tables that others keep something of. */
export interface Forgetting {
  /** Master data have changed: whatever is kept of people and devices is looked up again. */
  forget(): void;
}

/** Makes the hub's master data as they are in the cloud. */
export class PullReplica {
  constructor(
    private readonly cloud: Pick<Cloud, 'rows'>,
    private readonly writer: ReplicaWriter,
    private readonly forgetting: Forgetting,
  ) {}

  /**
   * Copies the tables that differ, each in a transaction of its own and the revisions last. What changed meanwhile differs the next
   * time. @param known digests of what is here. @returns names of what was copied. @throws UplinkDown, UplinkRefused.
   */
  async execute({ tables }: Manifest, known: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const digests = new Map(tables.map(({ table, digest }) => [table, digest]));
    const copied: string[] = [];
    for (const table of REPLICA_TABLES) {
      const digest = digests.get(table.table);
      // A cloud that is older knows no such table.
      if (digest === undefined || known[table.table] === digest) continue;
      await this.writer.write(table, await this.rowsOf(table.table), digest);
      copied.push(table.table);
    }
    if (copied.length > 0) this.forgetting.forget();
    return copied;
  }

  private async rowsOf(table: string): Promise<readonly string[]> {
    const rows: string[] = [];
    let after: string | null = null;
    do {
      const page = await this.cloud.rows(table, after);
      rows.push(...page.rows);
      after = page.next;
    } while (after !== null);
    return rows;
  }
}
