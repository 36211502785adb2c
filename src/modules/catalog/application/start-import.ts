import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  fail,
  INTERRUPTED,
  startImport,
  type ImportFormat,
  type ImportId,
  type RunningImport,
} from '../domain/catalog-import.js';
import type { ImportRepository } from '../ports/import-repository.js';

/** Begins an import of a file that is in the service's hands. One whose process died makes room for it. */
export class StartImport {
  constructor(
    private readonly transactor: Transactor,
    private readonly imports: ImportRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, command: { importId: ImportId; format: ImportFormat }): Promise<RunningImport> {
    const { principal, at } = context;
    return this.transactor.run(context, async (tx) => {
      for (const dead of await this.imports.dead(tx)) {
        const { state, events } = fail(dead, INTERRUPTED, at);
        await this.imports.save(tx, state);
        this.outbox.append(tx, events);
      }
      const started = startImport(command.importId, command.format, `${principal.kind}:${principal.id}`, at);
      await this.imports.add(tx, started);
      return started;
    });
  }
}
