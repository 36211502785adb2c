import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { demoFileIn, writeDemoFile } from '../../../src/app/demo/demo-file.js';
import { DEMO_MENU, menuAsCsv } from '../../../src/app/seed/demo-menu.js';
import { demoPrices } from '../../../src/app/seed/demo-prices.js';
import { demoTenant } from '../../../src/app/seed/demo-tenant.js';
import { demoTill } from '../../../src/app/seed/demo-till.js';
import { seedInto } from '../../../src/posctl/seeding.js';
import { startService, type TestService } from '../../harness/service.js';

// The commands of docs/guides/run-the-cash-of-a-day.md, in one shell, as a reader pastes them after `make demo`.

const guide = readFileSync(path.resolve('docs/guides/run-the-cash-of-a-day.md'), 'utf8');
/** A shell and its commands, on a machine that does other things, too. */
const SHELL_TIMEOUT_MS = 180_000;
const MARK = '=== end of a block ===';

interface Block {
  readonly script: string;
  /** Part of the last answer. */
  readonly answer: object | undefined;
}

const blocks: Block[] = [...guide.matchAll(/```sh\n(?<script>.*?)```(?:\n```json\n(?<json>.*?)```)?/gs)].map(
  ({ groups }) => ({
    script: groups?.['script'] ?? '',
    answer: groups?.['json'] === undefined ? undefined : (JSON.parse(groups['json']) as object),
  }),
);

let service: TestService;
let folder: string;
beforeAll(async () => {
  service = await startService();
  folder = mkdtempSync(path.join(tmpdir(), 'pos-guide-'));
  const tenant = demoTenant('demo', 'demo');
  const catalog = menuAsCsv(DEMO_MENU, tenant.currency);
  const plan = { tenant, knownKey: undefined, renewKey: false, catalog };
  const filled = { ...plan, prices: demoPrices(tenant), till: demoTill(tenant) };
  const { apiKey = '' } = await seedInto(service.database.ownerUrl, filled);
  writeDemoFile(demoFileIn(path.join(folder, '.data')), service.baseUrl, tenant, apiKey);
}, SHELL_TIMEOUT_MS);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'every command is accepted, and answers what the page says',
  async () => {
    const script = ['set -euo pipefail', ...blocks.flatMap(({ script: one }) => [one, `echo '${MARK}'`])].join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: folder, maxBuffer: 1 << 24 });
    const said = stdout.split(`${MARK}\n`);
    expect(blocks.filter(({ answer }) => answer !== undefined).length).toBe(9);
    blocks.forEach(({ script: one, answer }, index) => {
      if (answer === undefined) return;
      const last = said[index]?.trimEnd().split('\n').at(-1) ?? '';
      expect({ of: one, answer: JSON.parse(last) as object }).toMatchObject({ of: one, answer });
    });
    const paper = readFileSync(path.join(folder, '.data', 'z.plain'), 'utf8');
    // Coffee and pizzas, less the refund; the drawer that is half a dollar short.
    expect(paper).toMatch(/^Total +75\.00$/m);
    expect(paper).toMatch(/^Refunds +1 x +60\.00$/m);
    expect(paper).toContain('-0.50');
    expect(readFileSync(path.join(folder, '.data', 'z.pdf'), 'latin1')).toMatch(/^%PDF-/);
  },
  SHELL_TIMEOUT_MS,
);
