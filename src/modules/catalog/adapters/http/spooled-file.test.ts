import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { receive } from './spooled-file.js';

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('pos-import-spool'));

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test('what was received can be read, several times and from anywhere', async () => {
  const bytes = Buffer.from('0123456789'.repeat(20_000));
  const file = await receive(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), 'spool-1', bytes.length);
  expect(leftovers()).toEqual([]);
  expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('base64url'));
  expect(String(await file.peek(4))).toBe('0123');
  expect(await textOf(file.read(0))).toBe(String(bytes));
  expect(await textOf(file.read(199_995))).toBe('56789');
  await file.close();
});

test('a body above the limit is refused, without ending its connection', async () => {
  const body = new Readable({
    read() {
      this.push(Buffer.alloc(6));
    },
  });
  await expect(receive(body, 'spool-2', 10)).rejects.toMatchObject({
    code: 'body_too_large',
    facts: { limitBytes: 10 },
  });
  expect(body.destroyed).toBe(false);
  expect(leftovers()).toEqual([]);
});

test('a body that breaks off is refused', async () => {
  let begun = false;
  const body = new Readable({
    read() {
      if (begun) this.destroy(new Error('aborted'));
      else this.push('abc');
      begun = true;
    },
  });
  await expect(receive(body, 'spool-3', 10)).rejects.toMatchObject({ code: 'body_incomplete' });
  expect(leftovers()).toEqual([]);
});
