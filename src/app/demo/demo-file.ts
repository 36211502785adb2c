import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoPerson } from '../seed/demo-staff.js';
import type { TenantSeed } from '../seed/demo-tenant.js';

/** What scripts need to call the demo. */
export interface DemoFile {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly currency: string;
  readonly apiKey: string;
  readonly outlets: readonly { readonly id: string; readonly name: string; readonly timeZone: string }[];
  /** Who works there, with the PINs that they began with. */
  readonly staff: readonly DemoPerson[];
}

/** Where the demo tells scripts about itself. */
export function demoFileIn(dataDir: string): string {
  return path.join(dataDir, 'demo.json');
}

/** The demo as it was last time, if it can be read: it keeps the key over a restart. */
export function readDemoFile(file: string): Partial<DemoFile> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoFile>;
  } catch {
    return {}; // cut off or edited: it is written anew, with a new key
  }
}

/** Writes the file at once and for its owner only: it holds a key. */
export function writeDemoFile(
  file: string,
  baseUrl: string,
  { slug, currency, outlets }: TenantSeed,
  apiKey: string,
  staff: readonly DemoPerson[] = [],
): void {
  const demo: DemoFile = {
    baseUrl,
    tenant: slug,
    currency,
    apiKey,
    outlets: outlets.map(({ id, name, timeZone }) => ({ id, name, timeZone })),
    staff,
  };
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
