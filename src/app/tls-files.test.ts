import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import express from 'express';
import { certificate } from '../platform/safe-http/certificate.examples.js';
import { createServer } from './server.js';
import { TlsFiles } from './tls-files.js';

const folder = mkdtempSync(path.join(tmpdir(), 'pos-tls-'));
const [certFile, keyFile] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
afterAll(() => rmSync(folder, { recursive: true }));

test('a hub with a certificate serves https, and nothing else', async () => {
  writeFileSync(certFile, certificate.cert);
  writeFileSync(keyFile, certificate.key);
  const app = express().get('/livez', (_request, response) => void response.send('alive'));
  const server = createServer(app, new TlsFiles(certFile, keyFile)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const [answer] = (await once(
      get({ host: '127.0.0.1', port, path: '/livez', ca: certificate.cert }),
      'response',
    )) as [NodeJS.ReadableStream];
    expect(await text(answer)).toBe('alive');
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  } finally {
    server.close();
    (server as { closeAllConnections(): void }).closeAllConnections();
  }
});

test('a file that is not there is told of at the start', () => {
  expect(() => new TlsFiles(path.join(folder, 'none.pem'), keyFile).read()).toThrow('none.pem');
});
