import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

const root = path.resolve(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const { forbidden } = createRequire(__filename)(path.join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};

/** A tree in which every import is allowed; a violation in it means that a rule is too strict. */
const lawful: Record<string, string> = {
  'src/main.ts': `import './app/server.js';`,
  'src/app/server.ts': `import 'express'; import 'inversify'; import '../modules/orders/module.js'; import '@tsoa/runtime';`,
  'src/posctl/main.ts': `import '../app/server.js'; import 'csv-parse'; import 'stream-json';`,
  'src/kernel/money.ts': `import type { Tx } from './transaction.js'; export type Money = Tx | number;`,
  'src/kernel/transaction.ts': `export type Tx = string;`,
  'src/kernel/hen.ts': `import type { Egg } from './egg.js'; export type Hen = Egg;`, // lawful until egg.ts closes the circle
  'src/platform/postgres/pool.ts': `import 'pg'; import 'kysely'; import 'node:crypto';`,
  'src/platform/outbox/dispatcher.ts': `import 'kysely'; import '../postgres/pool.js'; import '../../kernel/money.js';`,
  'src/platform/http/server.ts': `import type { Request } from 'express'; export type R = Request;`,
  'src/platform/telemetry/log.ts': `import 'pino'; import 'pino-http'; import 'prom-client';`,
  'src/platform/oidc/verify.ts': `import 'jose'; import 'openid-client';`,
  'src/platform/crypto/slow-hashes.ts': `import '@node-rs/argon2';`,
  'src/platform/tokens.ts': `import type { Container } from 'inversify'; export type C = Container;`,
  'src/clients/treasury/index.ts': `import '../../platform/http/server.js'; import '../../kernel/money.js';`,
  'src/modules/drawers/domain/drawer.ts': `export type Drawer = 1;`,
  'src/modules/drawers/index.ts': `export type { Drawer } from './domain/drawer.js';`,
  'src/modules/drawers/module.ts': `import 'inversify'; import '../../platform/tokens.js';`,
  'src/modules/orders/domain/order.ts': `import '../../../kernel/money.js'; export type Order = 1;`,
  'src/modules/orders/domain/order.test.ts': `import './order.js'; import 'fast-check'; import '../../../../test/harness/world.js';`,
  'src/modules/orders/ports/order-repository.ts': `import '../domain/order.js'; import '../../../kernel/transaction.js';`,
  'src/modules/orders/application/place-order.ts': `import '../ports/order-repository.js'; import '../domain/order.js';`,
  'src/modules/orders/adapters/http/orders.controller.ts': `import '@tsoa/runtime'; import 'csv-parse'; import '../../application/place-order.js';`,
  'src/modules/orders/adapters/postgres/order-rows.ts': `import 'kysely'; import '../../../../platform/postgres/pool.js';`,
  'src/modules/orders/adapters/drawers/till.ts': `import '../../../drawers/index.js'; import '../../../../kernel/transaction.js';`,
  'src/modules/orders/adapters/treasury/cards.ts': `import '../../../../clients/treasury/index.js'; import '../../ports/order-repository.js';`,
  'src/modules/orders/index.ts': `import './application/place-order.js'; import './domain/order.js';`,
  'src/modules/orders/module.ts': `import 'inversify'; import './adapters/drawers/till.js'; import '../drawers/index.js';`,
  'test/harness/world.ts': `import '../../src/app/server.js';`,
  'sdk/src/engine.ts': `import '../../src/kernel/money.js'; import '../../src/modules/orders/application/place-order.js';`,
  'web/pos/src/main.tsx': `import '../../../sdk/src/engine.js'; import 'preact';`,
};

/** One unlawful file for each rule, and more where a rule has more than one edge. */
const planted: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['no-cycles', 'src/kernel/egg.ts', `import type { Hen } from './hen.js'; export type Egg = Hen;`],
  ['all-resolves', 'src/app/dangling.ts', `import './nowhere.js';`],
  ['kernel-knows-nobody', 'src/kernel/clock.ts', `import 'node:perf_hooks';`],
  ['kernel-knows-nobody', 'src/kernel/pooled.ts', `import type {} from '../platform/postgres/pool.js';`],
  ['domain-is-pure', 'src/modules/orders/domain/ports.ts', `import type {} from '../ports/order-repository.js';`],
  ['domain-is-pure', 'src/modules/orders/domain/npm.ts', `import 'yaml';`],
  ['domain-is-pure', 'src/modules/orders/domain/built-in.ts', `import 'node:crypto';`],
  [
    'domain-is-pure',
    'src/modules/orders/domain/neighbour.ts',
    `import type { Drawer } from '../../drawers/domain/drawer.js'; export type D = Drawer;`,
  ],
  ['ports-are-interfaces', 'src/modules/orders/ports/upward.ts', `import '../application/place-order.js';`],
  [
    'application-sees-ports',
    'src/modules/orders/application/downward.ts',
    `import '../adapters/postgres/order-rows.js';`,
  ],
  ['application-sees-ports', 'src/modules/orders/application/sideways.ts', `import '../../drawers/index.js';`],
  [
    'adapter-is-named-after-what-it-talks-to',
    'src/modules/orders/adapters/postgres/drawers.ts',
    `import '../../../drawers/index.js';`,
  ],
  [
    'adapter-is-named-after-what-it-talks-to',
    'src/modules/orders/adapters/drawers/inner.ts',
    `import '../../../drawers/domain/drawer.js';`,
  ],
  [
    'adapter-is-named-after-what-it-talks-to',
    'src/modules/orders/adapters/http/rows.ts',
    `import '../postgres/order-rows.js';`,
  ],
  [
    'adapter-is-named-after-what-it-talks-to',
    'src/modules/orders/adapters/http/client.ts',
    `import '../../../../clients/treasury/index.js';`,
  ],
  [
    'no-network-in-a-transaction',
    'src/modules/orders/adapters/treasury/late.ts',
    `import type { Tx } from '../../../../kernel/transaction.js'; export type T = Tx;`,
  ],
  ['front-door-only', 'src/modules/leaky/index.ts', `import './adapters/postgres/rows.js';`],
  ['wiring-stays-at-home', 'src/modules/leaky/module.ts', `import '../drawers/domain/drawer.js';`],
  ['clients-know-no-business', 'src/clients/treasury/curious.ts', `import '../../modules/drawers/index.js';`],
  ['platform-knows-no-business', 'src/platform/http/curious.ts', `import '../../modules/drawers/index.js';`],
  ['only-app-wires', 'src/modules/orders/adapters/http/ioc.ts', `import '../../../../app/dangling.js';`],
  ['only-app-wires', 'src/platform/outbox/wiring.ts', `import '../../modules/drawers/module.js';`],
  ['nobody-imports-posctl', 'src/app/commands.ts', `import '../posctl/main.js';`],
  ['tests-stay-tests', 'src/modules/orders/domain/borrowed.ts', `import './order.test.js';`],
  ['tests-stay-tests', 'src/app/borrowed.ts', `import '../../test/harness/world.js';`],
  ['only-packages-that-ship', 'src/app/dev.ts', `import 'fast-check';`],
  ['only-packages-that-ship', 'src/app/transitive.ts', `import 'accepts';`],
  ['sdk-knows-only-pure-code', 'sdk/src/curious.ts', `import '../../src/platform/postgres/pool.js';`],
  ['sdk-knows-only-pure-code', 'sdk/src/screens.ts', `import '../../web/pos/src/main.js';`],
  ['screens-use-the-sdk', 'web/pos/src/shortcut.tsx', `import '../../../src/kernel/money.js';`],
  ['service-knows-no-client', 'src/app/client.ts', `import '../../sdk/src/engine.js';`],
  ...[
    'kysely',
    'pg',
    'express',
    '@tsoa/runtime',
    'tsoa',
    'inversify',
    'jose',
    'openid-client',
    'pino',
    'pino-http',
  ].map(homeless),
  ...['prom-client', 'csv-parse', 'stream-json', 'kafkajs', 'ioredis', 'opossum', 'otpauth'].map(homeless),
  [
    'express-has-a-home',
    'src/platform/outbox/typed.ts',
    `import type { Request } from 'express'; export type R = Request;`,
  ],
  [
    'pg-has-a-home',
    'src/modules/orders/adapters/postgres/driver.ts',
    `import type { Client } from 'pg'; export type C = Client;`,
  ],
  ['@node-rs/argon2-has-a-home', 'src/platform/postgres/hashing.ts', `import '@node-rs/argon2';`],
];

function homeless(name: string): readonly [string, string, string] {
  return [`${name}-has-a-home`, `src/platform/crypto/with-${name.replace('/', '-')}.ts`, `import '${name}';`];
}

async function violationsIn(folder: string): Promise<Violation[]> {
  const run = promisify(execFile);
  const args = [cruiser, 'src', 'sdk/src', 'web', '--config', '--output-type', 'json'];
  const output = await run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: unknown) => {
      const { stdout } = error as { stdout?: string };
      if (stdout === undefined || stdout === '') throw error;
      return { stdout }; // violations are told by the exit code too
    },
  );
  return (JSON.parse(output.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** The installed packages, and empty ones for those that the rules know ahead of their arrival. */
function installPackages(folder: string): void {
  for (const scope of ['@tsoa', '@node-rs']) mkdirSync(path.join(folder, 'node_modules', scope), { recursive: true });
  for (const name of namesOf(planted.map(([, , source]) => source).concat(Object.values(lawful)))) {
    const installed = path.join(root, 'node_modules', name);
    const here = path.join(folder, 'node_modules', name);
    if (existsSync(installed)) symlinkSync(installed, here);
    else write(folder, `node_modules/${name}/index.js`, '');
  }
}

function namesOf(sources: readonly string[]): Set<string> {
  const specifiers = sources.flatMap((source) =>
    [...source.matchAll(/'([^']+)'/g)].map(([, specifier]) => specifier ?? ''),
  );
  return new Set(specifiers.filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:')));
}

function write(folder: string, file: string, source: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), `${source}\nexport {};\n`);
}

describe('a planted tree', () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pos-import-rules-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(path.join(root, file), path.join(folder, file));
    for (const [file, source] of Object.entries(lawful)) write(folder, file, source);
    for (const [, file, source] of planted) write(folder, file, source);
    write(folder, 'src/modules/leaky/adapters/postgres/rows.ts', '');
    installPackages(folder);
    violations = await violationsIn(folder);
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every rule has its violation', () => {
    const rules = new Set(planted.map(([rule]) => rule));
    expect(rules).toEqual(new Set([...forbidden.map(({ name }) => name), 'no-network-in-a-transaction']));
  });

  test.each(planted)('%s is caught in %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test('nothing lawful is called a violation', () => {
    const files = new Set(planted.map(([, file]) => file));
    expect(violations.filter(({ from }) => !files.has(from))).toEqual([]);
  });
});

test('the real tree keeps the rules', async () => {
  const violations = await violationsIn(root);
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
}, 180_000);
