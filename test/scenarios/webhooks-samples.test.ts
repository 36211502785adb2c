import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Vector {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: number;
  readonly payload: string;
  readonly signature: string;
}
interface Case {
  readonly title: string;
  readonly secret: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly now: number;
  readonly good: boolean;
}

const guide = readFileSync(path.resolve('docs/guides/receive-a-webhook.md'), 'utf8');
const { sign: vectors } = JSON.parse(readFileSync(path.resolve('test/vectors/standard-webhooks.json'), 'utf8')) as {
  readonly sign: readonly Vector[];
};

const casesOf = ({ secret, id, timestamp, payload, signature }: Vector): Case[] => {
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
  const genuine = { title: id, secret, headers, body: payload, now: timestamp, good: true };
  const other = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';
  return [
    genuine,
    { ...genuine, title: 'five minutes late', now: timestamp + 300 },
    { ...genuine, title: 'later', now: timestamp + 301, good: false },
    { ...genuine, title: 'too early', now: timestamp - 301, good: false },
    { ...genuine, title: 'changed', body: `${payload.slice(0, -1)} }`, good: false },
    { ...genuine, title: 'another secret', secret: `whsec_${Buffer.alloc(24).toString('base64')}`, good: false },
    { ...genuine, title: 'no prefix', secret: secret.replace('whsec_', '') },
    ...(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const).map((name) => {
      return { ...genuine, title: `without ${name}`, headers: { ...headers, [name]: undefined }, good: false };
    }),
    { ...genuine, title: 'one of two', headers: { ...headers, 'webhook-signature': `${other} v2,x ${signature}` } },
    {
      ...genuine,
      title: 'another version',
      headers: { ...headers, 'webhook-signature': `v2${signature.slice(2)}` },
      good: false,
    },
    { ...genuine, title: 'empty', headers: { ...headers, 'webhook-signature': 'v1,' }, good: false },
  ];
};
const cases = vectors.flatMap(casesOf);

const samples = {
  js: {
    command: process.execPath,
    file: 'sample.mjs',
    driver: `import { readFileSync } from 'node:fs';
const verdicts = JSON.parse(readFileSync(0, 'utf8')).map(({ secret, headers, body, now }) => {
  try { return verifyWebhook(secret, headers, Buffer.from(body), now) !== undefined; } catch { return false; }
});
process.stdout.write(JSON.stringify(verdicts));`,
  },
  python: {
    command: 'python3',
    file: 'sample.py',
    driver: `import sys

def verdict(case):
    try:
        verify_webhook(case["secret"], case["headers"], case["body"].encode(), case["now"])
        return True
    except ValueError:
        return False

print(json.dumps([verdict(case) for case in json.load(sys.stdin)]))`,
  },
};

test.each(Object.entries(samples))('the sample in %s believes what is ours and nothing else', (language, sample) => {
  const code = new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(guide)?.[1];
  const folder = mkdtempSync(path.join(tmpdir(), 'webhook-sample-'));
  try {
    const file = path.join(folder, sample.file);
    writeFileSync(file, `${code}\n${sample.driver}\n`);
    const verdicts = JSON.parse(
      execFileSync(sample.command, [file], { input: JSON.stringify(cases), encoding: 'utf8' }),
    );
    expect(cases.map(({ title }, index) => [title, verdicts[index]])).toEqual(
      cases.map(({ title, good }) => [title, good]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
