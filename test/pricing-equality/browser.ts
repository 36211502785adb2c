import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import type { KeptBook } from '../../sdk/src/book/book-store.js';
import './browser-register.js';
import { chromiumPath } from '../harness/chromium-program.js';
import type { RandomSale } from './random-sale.js';

const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** The register in a headless browser. */
export class Browser {
  private constructor(
    private readonly page: Page,
    /** Its name and version. */
    readonly name: string,
    readonly close: () => Promise<void>,
  ) {}

  /** Starts the browser and loads the bundled engine into an empty page. */
  static async start(): Promise<Browser> {
    const { outputFiles } = await build({
      entryPoints: ['test/pricing-equality/browser-register.ts'],
      ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', platform: 'browser' },
      external: ['node:fs/promises'],
    });
    const browser = await chromium.launch({ executablePath: await chromiumPath(), headless: true, args: ARGUMENTS });
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    return new Browser(page, `Chromium ${browser.version()}`, () => browser.close());
  }

  /** Takes another book. */
  async open(kept: KeptBook, at: number): Promise<void> {
    await this.page.evaluate(([book, now]) => globalThis.openRegister(book, now), [kept, at] as const);
  }

  /** Hashes of what becomes of sales, in turn. */
  hashes(sales: readonly RandomSale[]): Promise<string[]> {
    return this.page.evaluate((some) => globalThis.pricedHashes(some), sales);
  }
}
