import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname, platform, release } from 'node:os';
import path from 'node:path';
import { OwnKey } from './own-key.js';

const FOLDER = 'hub';
const TEXT_MAX = 100;

/** What this installation keeps of being a device of another: its key, and what it was told, for its owner only. */
export class OwnLinkFile {
  private readonly file: string;

  constructor(private readonly dataDir: string) {
    this.file = path.join(dataDir, FOLDER, 'link.json');
  }

  /** The key pair; the first call makes it. */
  get key(): OwnKey {
    return OwnKey.in(path.join(this.dataDir, FOLDER, 'device.key'));
  }

  /** @returns `undefined` before anything was written. */
  read(): unknown {
    return existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as unknown) : undefined;
  }

  /** Whole or not at all. */
  write(link: object): void {
    mkdirSync(path.dirname(this.file), { recursive: true });
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(link), { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, this.file);
  }
}

/** What tells this machine from others. */
export function ownMachine(): { readonly fingerprint: string; readonly platform: string } {
  return {
    fingerprint: `shop hub ${hostname()}`.slice(0, TEXT_MAX),
    platform: `${platform()} ${release()}`.slice(0, TEXT_MAX),
  };
}
