import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { tillRoutes } from '../platform/http/till-pages.js';

let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'till-'));
  await mkdir(join(folder, 'till/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'till/index.html'), '<!doctype html><title>Till</title>');
  await writeFile(join(folder, 'till/service-worker.js'), 'self;');
  await writeFile(join(folder, 'till/manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'till/notes.txt'), 'nobody asked for it');
  await writeFile(join(folder, 'till/assets/index-abc.js'), 'export {};'.repeat(500));
  const app = express();
  app.use(tillRoutes(join(folder, 'till')));
  app.use((_request, response) => response.status(404).end('unknown'));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(base + path, { headers, redirect: 'manual' });

test.each([
  ['/till/', 'text/html; charset=utf-8', 'no-cache'],
  ['/till/service-worker.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/till/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/till/assets/index-abc.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
])('%s is what it says it is, and kept for as long as it is good', async (path, type, caching) => {
  const { status, headers } = await get(path);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, caching]);
});

test('no script runs that is not a file of ours', async () => {
  const policy = (await get('/till/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
});

test('addresses without the slash lead to it, relative to wherever they were found', async () => {
  for (const path of ['/till', '/link']) {
    const { status, headers } = await get(path);
    expect([status, headers.get('location')]).toEqual([302, 'till/']);
  }
});

test('what was seen is not sent again, and what is long is sent packed', async () => {
  const { headers } = await get('/till/assets/index-abc.js', { 'Accept-Encoding': 'gzip' });
  expect(headers.get('content-encoding')).toBe('gzip');
  expect(Number(headers.get('content-length'))).toBeLessThan(500);
  const again = await get('/till/assets/index-abc.js', { 'If-None-Match': headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  const plain = await get('/till/assets/index-abc.js', { 'Accept-Encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

test.each([
  '/till/assets/',
  '/till/assets',
  '/till/none.js',
  '/till/notes.txt',
  '/till/..%2fsecret.html',
  '/till/%2e%2e/secret.html',
  '/till/assets/..%2f..%2fsecret.html',
  '/till//index.html',
  '/till/index.html%00.js',
])('%s is nothing', async (path) => {
  expect((await get(path)).status).toBe(404);
});
