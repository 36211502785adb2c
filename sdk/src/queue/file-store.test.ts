import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_HASH, type SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import { newId } from '../encoding/new-id.js';
import { isWhole } from '../testing/model-sync-server.js';
import { openFileStore } from './file-store.js';
import { EMPTY_CHAIN, QueueFull, QueueUnavailable, type QueueStore } from './queue-store.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pos-file-queue-'));
  path = join(folder, 'queue');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

function entry(sequence: number): SyncEntry {
  const actor = { personId: newId(), sessionId: null };
  const sealed = {
    hash: `h${sequence}`,
    signature: 's',
    previousHash: sequence === 1 ? FIRST_HASH : `h${sequence - 1}`,
  };
  const rest = { actor, approver: null, dependsOn: [], kind: 'order.place', at: '2026-01-05T12:00:00.000Z' } as const;
  return { id: newId(), sequence, ...rest, body: { note: 'ä' }, ...sealed };
}
async function filled(store: QueueStore, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const head = await store.head();
    expect(await store.append(entry(head.sequence + 1), 300, head)).toBe(true);
  }
}

it('loses nothing that was said to be done when its process is killed', async () => {
  const script = join(__dirname, '../testing/append-until-killed.ts');
  const said: string[] = [];
  for (let life = 0; life < 3; life++) {
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(child, 'exit');
    const enough = said.length + 15;
    let rest = '';
    for await (const chunk of child.stdout) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      said.push(...lines);
      if (said.length >= enough) child.kill('SIGKILL'); // in the midst of the next one
    }
    await gone;
  }
  const store = await openFileStore(path);
  const kept = (await store.newest(10_000)).reverse().map((stored) => stored.entry);
  const ids = new Set(kept.map(({ id }) => id));
  expect(said.length).toBeGreaterThanOrEqual(45);
  expect(said.filter((id) => !ids.has(id))).toEqual([]);
  expect(kept.length).toBeLessThanOrEqual(said.length + 3);
  expect(isWhole(kept)).toBe(true);
  await store.close();
}, 120_000);

it.each(['{"entry":{"entry":{"id":"x', '{"entry":{}}', 'ä'])('drops a last line that was torn: %s', async (torn) => {
  const store = await openFileStore(path);
  await filled(store, 2);
  await store.close();
  const { size } = await stat(path);
  await appendFile(path, torn);
  const again = await openFileStore(path);
  expect((await stat(path)).size).toBe(size);
  expect(await again.head()).toEqual({ sequence: 2, hash: 'h2' });
  await filled(again, 1);
  await again.close();
  expect((await readFile(path, 'utf8')).trimEnd().split('\n')).toHaveLength(3);
});

it('refuses a file that is damaged in its midst, rather than lose what comes after', async () => {
  const store = await openFileStore(path);
  await filled(store, 2);
  await store.close();
  await writeFile(path, `{"entry\n${await readFile(path, 'utf8')}`);
  await expect(openFileStore(path)).rejects.toThrow(SyntaxError);
});

it('keeps nothing of an entry for which there was no room', async () => {
  const store = await openFileStore(path);
  await filled(store, 1);
  const any = await open(path, 'r');
  const prototype = Object.getPrototypeOf(any) as { datasync(): Promise<void> };
  await any.close();
  const { size } = await stat(path);
  jest.spyOn(prototype, 'datasync').mockRejectedValueOnce(Object.assign(new Error('no room'), { code: 'ENOSPC' }));
  await expect(store.append(entry(2), 300, await store.head())).rejects.toBeInstanceOf(QueueFull);
  expect((await stat(path)).size).toBe(size);
  expect((await store.counts()).waiting).toBe(1);
  await filled(store, 1);
  await store.close();
  const again = await openFileStore(path);
  expect((await again.counts()).waiting).toBe(2);
  await again.close();
});

it('is open in one process at a time; a lock that was left behind counts no longer', async () => {
  const store = await openFileStore(path);
  await expect(openFileStore(path)).rejects.toBeInstanceOf(QueueUnavailable);
  await store.close();
  await writeFile(`${path}.lock`, '1'); // lives, and is not us
  await expect(openFileStore(path)).rejects.toBeInstanceOf(QueueUnavailable);
  await writeFile(`${path}.lock`, '4194305'); // beyond the largest number of a process
  await (await openFileStore(path)).close();
});

it('keeps an entry only behind the end of the chain, and an id once', async () => {
  const store = await openFileStore(path);
  const first = entry(1);
  expect(await store.append(first, 300, EMPTY_CHAIN)).toBe(true);
  expect(await store.append(entry(1), 300, EMPTY_CHAIN)).toBe(false);
  expect(await store.append({ ...entry(2), id: first.id }, 300, await store.head())).toBe(false);
  await store.close();
  await expect(store.append(entry(2), 300, await store.head())).rejects.toThrow('closed');
});
