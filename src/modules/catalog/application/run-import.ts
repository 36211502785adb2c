import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { fail, succeed, type CatalogImport, type RunningImport } from '../domain/catalog-import.js';
import { UnreadableFile, type FileRow } from '../domain/import-row.js';
import type { MinorDigits } from '../ports/minor-digits.js';
import { ImportRun, type ImportMeans } from './import-run.js';

const OUR_FAULT = 'the service could not go on; import the file again, rows that are in stay as they are';

/** Brings a file's rows into the catalogue, a batch at a time, each in its own transaction. */
export class RunImport {
  constructor(
    private readonly means: ImportMeans,
    private readonly digits: MinorDigits,
    private readonly outbox: Outbox,
    private readonly now: () => Date,
  ) {}

  /**
   * Runs an import to its end, which the import itself tells.
   * @param started context of the request that began it; the import goes on after that was answered.
   * @throws what is not the file's fault, after the import was marked as failed, if that was possible.
   */
  async execute(started: RequestContext, running: RunningImport, file: AsyncIterable<FileRow>): Promise<void> {
    const context: RequestContext = { ...started, idempotency: undefined };
    const digits = await this.means.transactor.read(context, (tx) => this.digits.of(tx));
    const run = new ImportRun(context, running, digits, this.means);
    try {
      await run.take(file);
      await this.end(context, succeed(run.state, this.now()));
    } catch (error) {
      const failure = error instanceof UnreadableFile ? `row ${error.row}: ${error.message}` : OUR_FAULT;
      await this.end(context, fail(run.state, failure, this.now()));
      if (!(error instanceof UnreadableFile)) throw error;
    }
  }

  private async end(
    context: RequestContext,
    { state, events }: ReturnType<typeof succeed | typeof fail>,
  ): Promise<void> {
    await this.means.transactor.run({ ...context, at: state.finishedAt }, async (tx) => {
      const ended: CatalogImport = state;
      if (await this.means.imports.save(tx, ended)) this.outbox.append(tx, events);
    });
  }
}
