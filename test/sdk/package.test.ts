import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DEMO_MENU, menuAsCsv } from '../../src/app/seed/demo-menu.js';
import { demoPrices } from '../../src/app/seed/demo-prices.js';
import { demoTenant } from '../../src/app/seed/demo-tenant.js';
import { seedInto } from '../../src/posctl/seeding.js';
import { startService, type TestService } from '../harness/service.js';

// The package as npm installs it: small, whole, and its README is right.

const run = promisify(execFile);
const LONG_MS = 300_000;

let service: TestService;
let scratch: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'pos-sdk-scratch-'));
  await run('make', ['sdk-pack'], { env: { ...process.env, MAKEFLAGS: '' } });
  const packed = (await readdir('.data/sdk')).find((name) => name.endsWith('.tgz')) ?? '';
  await writeFile(path.join(scratch, 'package.json'), '{ "name": "scratch", "private": true, "type": "module" }');
  const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...flags, path.resolve('.data/sdk', packed)], { cwd: scratch });
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  const tenant = demoTenant('demo', 'demo');
  const plan = { tenant, knownKey: undefined, renewKey: false, prices: demoPrices(tenant) };
  const catalog = menuAsCsv(DEMO_MENU, tenant.currency);
  const { apiKey = '' } = await seedInto(service.database.ownerUrl, { ...plan, catalog });
  env = { ...process.env, POS_URL: service.baseUrl, POS_TENANT: 'demo', POS_KEY: apiKey };
}, LONG_MS);
afterAll(async () => {
  await service.close();
  await rm(scratch, { recursive: true });
});

async function blocksOf(page: string): Promise<string[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/```js\n(.*?)```/gs)].map(([, block = '']) => block);
}
async function ran(name: string, program: string): Promise<string> {
  await writeFile(path.join(scratch, name), program);
  return (await run('node', [name], { cwd: scratch, env })).stdout;
}

test(
  "the README's first sale is ten lines, and sells",
  async () => {
    const [program = ''] = await blocksOf('sdk/README.md');
    const lines = program.split('\n').filter((line) => line.trim() !== '');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(await ran('first-sale.mjs', program)).toMatch(/^\S+-\d{6} completed\n$/);
  },
  LONG_MS,
);

test(
  'the guide runs from its first block to its last',
  async () => {
    const said = await ran('guide.mjs', (await blocksOf('docs/guides/use-the-sdk.md')).join('\n'));
    for (const line of ['refused: item_unknown', 'event: pos.order.completed', 'linked: Counter', 'settled: applied'])
      expect(said).toContain(line);
  },
  LONG_MS,
);

test(
  'each entrance can be imported, has its types, and needs no other package',
  async () => {
    const installed = path.join(scratch, 'node_modules');
    expect((await readdir(installed)).filter((name) => !name.startsWith('.'))).toEqual(['@pos-service']);
    const about = await readFile(path.join(installed, '@pos-service/sdk/package.json'), 'utf8');
    const entrances = Object.keys((JSON.parse(about) as { exports: object }).exports);
    const names = entrances.map((entrance) => entrance.replace('.', '@pos-service/sdk'));
    const program = names.map((name) => `console.log(Object.keys(await import('${name}')).length > 0);\n`).join('');
    expect(await ran('entrances.mjs', program)).toBe('true\n'.repeat(names.length));
    await mkdir(path.join(scratch, 'typed'));
    const typed = names.map((name, at) => `import * as part${at} from '${name}';\nexport { part${at} };\n`).join('');
    const sample = "import { PosClient, type Order } from '@pos-service/sdk';\n";
    const asked =
      "export const ask = (pos: PosClient): Promise<Order> => pos.request<Order>('GET', '/pos/orders/1');\n";
    await writeFile(path.join(scratch, 'typed/sample.ts'), sample + asked + typed);
    const settings = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--noEmit', '--skipLibCheck'];
    await run(path.resolve('node_modules/.bin/tsc'), [...settings, 'typed/sample.ts'], { cwd: scratch });
  },
  LONG_MS,
);
