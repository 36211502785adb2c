import { aptInstall, runs } from './fetching.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const HOW =
  'Tests of screens need Chromium. Set CHROMIUM_PATH to one, or install it (Debian: apt-get install chromium; ' +
  'macOS: brew install chromium).';

/** The browser on this machine, or the one that root can install from Debian's packages; `undefined` where neither is to be had. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return named;
  return (await installed()) ?? ((await aptInstall(['chromium'])) ? installed() : undefined);
}

/** The same. @throws Error that says what to install. */
export async function chromiumPath(): Promise<string> {
  const found = await findChromium();
  if (found === undefined) throw new Error(HOW);
  return found;
}

async function installed(): Promise<string | undefined> {
  for (const name of NAMES) {
    for (const folder of (process.env['PATH'] ?? '').split(':')) {
      const program = `${folder}/${name}`;
      if (await runs(program, ['--version'])) return program;
    }
  }
  return undefined;
}
