import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { demoFileIn, writeDemoFile } from '../../src/app/demo/demo-file.js';
import { DEMO_MENU, menuAsCsv } from '../../src/app/seed/demo-menu.js';
import { demoPrices } from '../../src/app/seed/demo-prices.js';
import { demoTenant } from '../../src/app/seed/demo-tenant.js';
import { demoTill } from '../../src/app/seed/demo-till.js';
import { seedInto } from '../../src/posctl/seeding.js';
import { startService } from './service.js';

/** A shell and its commands, on a machine that does other things, too. */
export const GUIDE_TIMEOUT_MS = 180_000;
const MARK = '=== end of a block ===';

/** Commands of a page, and the part of their last answer that the page shows. */
interface Block {
  readonly script: string;
  readonly answer: object | undefined;
}

/** What a reader's shell said, block by block. */
export interface FollowedGuide {
  readonly blocks: readonly (Block & { readonly said: object | undefined })[];
  /** Where the reader stood, with the demo's files. */
  readonly folder: string;
  remove(): void;
}

/**
 * Pastes the commands of a page into one shell, as a reader does after `make demo`. The service is gone when it returns.
 * @param withTill seeds drawers and a closed day, too. @param variables of the service's environment.
 */
export async function followGuide(
  page: string,
  withTill = false,
  variables: Readonly<Record<string, string>> = {},
): Promise<FollowedGuide> {
  const blocks = blocksOf(readFileSync(path.resolve('docs/guides', page), 'utf8'));
  const folder = mkdtempSync(path.join(tmpdir(), 'pos-guide-'));
  symlinkSync(path.resolve('docs'), path.join(folder, 'docs'));
  const script = ['set -euo pipefail', ...blocks.flatMap(({ script: one }) => [one, `echo '${MARK}'`])].join('\n');
  const service = await startService(variables);
  try {
    const tenant = demoTenant('demo', 'demo');
    const catalog = menuAsCsv(DEMO_MENU, tenant.currency);
    const plan = { tenant, knownKey: undefined, renewKey: false, catalog, prices: demoPrices(tenant) };
    const filled = withTill ? { ...plan, till: demoTill(tenant) } : plan;
    const { apiKey = '' } = await seedInto(service.database.ownerUrl, filled);
    writeDemoFile(demoFileIn(path.join(folder, '.data')), service.baseUrl, tenant, apiKey);
    const env = { ...process.env, DATABASE_URL: service.database.ownerUrl, PATH: withPosctl(folder) };
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: folder, env, maxBuffer: 1 << 24 });
    const said = stdout.split(`${MARK}\n`);
    return {
      blocks: blocks.map((block, index) => ({ ...block, said: block.answer && lastOf(said[index]) })),
      folder,
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  } finally {
    await service.close();
  }
}

/** The command line, as a reader has it on the path. */
function withPosctl(folder: string): string {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const files = ['node_modules/.bin/tsx', 'tsconfig.json', 'src/posctl/posctl.ts'];
  const [tsx, settings, posctl] = files.map((file) => path.resolve(file));
  const line = `exec '${tsx}' --tsconfig '${settings}' '${posctl}' "$@"`;
  writeFileSync(path.join(bin, 'posctl'), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return `${bin}:${process.env['PATH'] ?? ''}`;
}

function blocksOf(guide: string): Block[] {
  return [...guide.matchAll(/```sh\n(?<script>.*?)```(?:\n```json\n(?<json>.*?)```)?/gs)].map(({ groups }) => ({
    script: groups?.['script'] ?? '',
    answer: groups?.['json'] === undefined ? undefined : (JSON.parse(groups['json']) as object),
  }));
}

function lastOf(said = ''): object {
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as object;
}
