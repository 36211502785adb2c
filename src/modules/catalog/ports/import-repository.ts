import type { Tx } from '../../../kernel/transaction.js';
import type { CatalogImport, RunningImport } from '../domain/catalog-import.js';

/** Imports as commands need them. */
export interface ImportRepository {
  /** Running imports that have shown no sign of life for a minute, locked. */
  dead(tx: Tx): Promise<RunningImport[]>;
  /** @throws Refusal `import_running` when another one of the tenant runs. */
  add(tx: Tx, started: RunningImport): Promise<void>;
  /** Saves progress or the end, and shows a sign of life; `false` when the import is not running any more. */
  save(tx: Tx, state: CatalogImport): Promise<boolean>;
}
