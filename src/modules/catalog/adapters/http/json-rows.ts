import { Transform, pipeline, type Readable, type TransformCallback } from 'node:stream';
import makeParser from 'stream-json';
import Pick from 'stream-json/filters/Pick.js';
import StreamArray from 'stream-json/streamers/StreamArray.js';
import { objectRow } from '../../domain/import-object.js';
import { UnreadableFile, type FileRow } from '../../domain/import-row.js';

/** More than any sound row needs, and little enough to hold in memory. */
const ROW_BYTES_MAX = 262_144;

/**
 * The rows of a JSON file as it streams: an array of objects, or an object with that array as `items`.
 * @param isArray true when the file begins with `[`.
 * @throws UnreadableFile when it is not JSON of that form, or a row is huge.
 */
export async function* jsonRows(file: Readable, isArray: boolean): AsyncGenerator<FileRow> {
  const limiter = new RowLimiter();
  const parser = makeParser.parser({ streamValues: false });
  const array = StreamArray.streamArray();
  // The iterator below throws what went wrong; a pipeline insists on being told, too.
  const ignore = (): void => undefined;
  const picked = Pick.pick({ filter: 'items', once: true });
  let began = isArray;
  if (isArray) pipeline(file, limiter, parser, array, ignore);
  else
    pipeline(
      file,
      limiter,
      parser,
      picked.once('data', () => (began = true)),
      array,
      ignore,
    );
  let row = 0;
  try {
    for await (const { value } of array as AsyncIterable<{ value: unknown }>) {
      row += 1;
      limiter.rowEnded();
      yield objectRow(row, value);
    }
  } catch (error) {
    if ((error as { syscall?: string }).syscall !== undefined) throw error; // the disk's fault, not the file's
    const message =
      error instanceof RowTooLong ? error.message : 'is not JSON: an array of objects, or {"items": [...]}';
    throw new UnreadableFile(message, row + 1);
  } finally {
    file.destroy();
  }
  if (!began) throw new UnreadableFile('the file is neither an array nor an object with "items"', 1);
}

class RowTooLong extends Error {}

/** Stops a file whose next row does not end: the parser would gather all of it in memory. */
class RowLimiter extends Transform {
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    // The chunk itself may hold many rows; only what came since the last row, chunks in flight included, can be one.
    if (this.bytes > ROW_BYTES_MAX + 4 * chunk.length) done(new RowTooLong(`is longer than ${ROW_BYTES_MAX} bytes`));
    else done(null, chunk);
  }

  rowEnded(): void {
    this.bytes = 0;
  }
}
