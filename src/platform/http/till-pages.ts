import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router, type RequestHandler, type Response } from 'express';

// The same folder whether this runs from src/ or from dist/.
const FOLDER = fileURLToPath(new URL('../../../dist/web/till/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const SMALL_ALREADY = new Set(['.png']);

/** No script but our own files. The till may talk to its shop's hub, and print through a frame that brings its styles along. */
const CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:",
  "connect-src 'self' https:; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; frame-src 'self' blob:",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** Files with a hash in their name never change. */
const HASHED = /^assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';

interface TillFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Absent where it would not be smaller. */
  readonly packed: Buffer | undefined;
  readonly etag: string;
  readonly caching: string;
}

const packing = promisify(gzip);

/**
 * `/till`: the screens of the till, as built into `dist/web/till`. They are read once, into memory; what is not among them is answered as
 * any unknown address. `/link` is where the pictures of link codes lead: what stands behind their `#` stays with the browser.
 */
export function tillRoutes(folder: string = FOLDER): Router {
  const router = Router({ strict: true });
  let reading: Promise<ReadonlyMap<string, TillFile>> | undefined;
  const files = async (): Promise<ReadonlyMap<string, TillFile>> => {
    reading ??= readFiles(folder);
    const read = await reading;
    // Not built yet: look again next time.
    if (read.size === 0) reading = undefined;
    return read;
  };
  // Relative, so that it holds behind a proxy that adds a path.
  router.get('/till', (_request, response) => response.redirect(302, 'till/'));
  router.get('/link', (_request, response) => response.redirect(302, 'till/'));
  const serve: RequestHandler<{ file?: string[] }> = async (request, response, next) => {
    const name = request.params.file?.join('/') ?? 'index.html';
    const file = (await files()).get(name);
    if (file === undefined) {
      next();
      return;
    }
    show(file, response, request.headers['if-none-match'], request.acceptsEncodings('gzip') !== false);
  };
  router.get('/till/', serve);
  router.get('/till/*file', serve as RequestHandler);
  return router;
}

function show(
  { type, bytes, packed, etag, caching }: TillFile,
  response: Response,
  seen: string | undefined,
  mayPack: boolean,
): void {
  response.setHeader('Content-Security-Policy', CSP);
  response.setHeader('Cache-Control', caching);
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (seen === etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', type);
  const isPacked = mayPack && packed !== undefined;
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  const body = isPacked ? packed : bytes;
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, TillFile>> {
  const found = await entriesOf(folder);
  const files = found.map(async (path) => {
    const name = relative(folder, path).split(sep).join('/');
    return [name, await readTillFile(path, name)] as const;
  });
  return new Map(await Promise.all(files));
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readTillFile(path: string, name: string): Promise<TillFile> {
  const bytes = await readFile(path);
  const kind = extname(name);
  const packed = SMALL_ALREADY.has(kind) ? undefined : await packing(bytes, { level: 9 });
  return {
    type: TYPES[kind] as string,
    bytes,
    packed: packed !== undefined && packed.length < bytes.length ? packed : undefined,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    caching: HASHED.test(name) ? FOR_EVER : 'no-cache',
  };
}
