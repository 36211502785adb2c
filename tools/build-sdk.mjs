// Builds the SDK into sdk/dist: one file for each entrance of its package.json, what they share in files between them, and types.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { exports } = JSON.parse(readFileSync('sdk/package.json', 'utf8'));
const entrances = Object.values(exports).map(({ default: file }) => file.replace('./dist/', '').replace(/\.js$/, ''));

rmSync('sdk/dist', { recursive: true, force: true });
await build({
  entryPoints: entrances.map((name) => `sdk/src/${name}.ts`),
  outdir: 'sdk/dist',
  ...{ bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022' },
  // Neither a browser nor Node: what only Node has is imported by its own entrance.
  ...{ platform: 'neutral', mainFields: ['module', 'main'], external: ['node:*'] },
  chunkNames: 'parts/[name]-[hash]',
  logLevel: 'warning',
});
const { status } = spawnSync('node_modules/.bin/tsc', ['-p', 'sdk/tsconfig.build.json'], { stdio: 'inherit' });
process.exit(status ?? 1);
