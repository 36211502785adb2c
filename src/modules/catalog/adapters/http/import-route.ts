import type { Response } from 'express';
import type { RequestContext } from '../../../../kernel/context.js';
import type { IdSource } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { answered, answering, type Answer } from '../../../../platform/http/answering.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { RawRoute } from '../../../../platform/http/raw-route.js';
import type { RunImport } from '../../application/run-import.js';
import type { StartImport } from '../../application/start-import.js';
import type { RunningImport } from '../../domain/catalog-import.js';
import type { FileRow } from '../../domain/import-row.js';
import { toImportResponse, type ImportResponse } from './import-dto.js';
import { formatOf, rowsOf } from './import-file.js';
import type { ImportSlots } from './import-slots.js';
import { receive, type SpooledFile } from './spooled-file.js';

export interface ImportRouteSettings {
  readonly limitBytes: number;
  readonly slots: ImportSlots;
  /** Told of an import that failed for reasons of ours. */
  readonly onError: (error: unknown, importId: string) => void;
}

/**
 * `POST …/catalog/imports`. The file is received whole before anything happens, so that an upload that breaks off imports
 * nothing and a repeated one is recognised by its content; then the import runs on while the caller has its 202.
 */
export class ImportRoute implements RawRoute {
  readonly method = 'post';
  readonly path = '/v1/{tenant}/pos/catalog/imports';
  readonly permission = 'catalog:write';
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly startImport: StartImport,
    private readonly runImport: RunImport,
    private readonly ids: IdSource,
    private readonly settings: ImportRouteSettings,
  ) {}

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const { limitBytes, slots } = this.settings;
    const format = formatOf(request.headers);
    assertNoParameters(request);
    const shape = acceptedAt(request.context.tenantSlug);
    answering(request, shape); // a key that is missing is told before a long upload, not after it
    if (Number(request.headers['content-length'] ?? 0) > limitBytes)
      throw new Refusal<RequestRefusal>('body_too_large', { limitBytes });
    const importId = this.ids.next<'catalog_import'>();
    const leave = slots.take(request.context.tenantId);
    let file: SpooledFile | undefined;
    try {
      file = await receive(request, importId, limitBytes);
      request.body = { format, sha256: file.sha256 }; // what the key's fingerprint is made of
      const context = answering(request, shape);
      const started = await this.startImport.execute(context, { importId, format });
      response.json(answered(request, shape, started));
      this.goOn(context, started, file, leave);
    } catch (error) {
      leave();
      await file?.close();
      throw error;
    }
  };

  /** Ends what runs after its current batch, as failed, and waits for that. */
  async close(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  private goOn(context: RequestContext, started: RunningImport, file: SpooledFile, leave: () => void): void {
    const run = this.runImport
      .execute(context, started, this.untilStopped(rowsOf(file, started.format)))
      .finally(async () => {
        leave();
        await file.close();
      })
      .catch((error: unknown) => this.settings.onError(error, started.id))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async *untilStopped(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
    for await (const row of rows) {
      if (this.stopping) throw new Error('the service stops');
      yield row;
    }
  }
}

function acceptedAt(tenantSlug: string): Answer<RunningImport, ImportResponse> {
  return { status: 202, render: toImportResponse, location: ({ id }) => `/v1/${tenantSlug}/pos/catalog/imports/${id}` };
}

function assertNoParameters(request: PosRequest): void {
  const [parameter] = Object.keys(request.query);
  if (parameter === undefined) return;
  throw new Refusal<RequestRefusal>('unknown_parameter', { parameter: parameter.slice(0, 64), allowed: 'none' });
}
