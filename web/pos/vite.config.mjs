import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const outDir = join(root, '../../dist/web/till');
const { version } = JSON.parse(readFileSync(join(root, '../../package.json'), 'utf8'));

/** Writes the service worker with the names of the built files; it is a new one whenever any of them is. */
function serviceWorker() {
  return {
    name: 'till-service-worker',
    apply: 'build',
    writeBundle() {
      const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
        .map((entry) => relative(outDir, join(entry.parentPath, entry.name)))
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(outDir, file)));
      const source = readFileSync(join(root, 'service-worker.js'), 'utf8');
      const kept = ['./', ...files.filter((file) => file !== 'index.html').map((file) => `./${file}`)];
      const built = source
        .replace('__VERSION__', hash.update(source).digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(kept));
      writeFileSync(join(outDir, 'service-worker.js'), built);
    },
  };
}

export default defineConfig({
  root,
  // Relative: the service may live below a path of its public address.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [serviceWorker()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file: the page's policy allows no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
