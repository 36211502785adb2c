import { render } from 'preact';
import '../../design/tokens.css';
import '../../design/base.css';
import '../../design/kit.css';
import './shell/shell.css';
import { Boot, type Opened } from './boot/boot.js';
import type { Entrance } from './boot/entrance.js';
import { loadPreferences } from './boot/preferences.js';
import { keepOffline } from './boot/updates.js';
import { KeyMap } from './keys/key-map.js';
import { listenToKeyboard } from './keys/keyboard.js';
import { App, crashed } from './shell/app.js';

const boot = new Boot();
const noKeys = new KeyMap();
const scanners = new Set<(code: string) => void>();

function linkedNow(): { readonly entrance: Entrance; readonly opened: Opened | null } | undefined {
  const state = boot.state.peek();
  return state.kind === 'linked' ? state : undefined;
}

listenToKeyboard({
  keys: () => linkedNow()?.entrance.keys ?? noKeys,
  onScan: (code) => {
    linkedNow()?.opened?.frame.scanned(code);
    for (const listener of [...scanners]) listener(code);
  },
  onTouch: () => {
    const door = linkedNow()?.entrance.door;
    if (door !== undefined) door.touchedAt = Date.now();
  },
});

/** What nobody caught is shown, with what was rung up safe in the queue. */
function tellCrash(error: unknown): void {
  crashed.value = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
addEventListener('unhandledrejection', ({ reason }) => tellCrash(reason));
addEventListener('error', ({ error }) => {
  if (error !== null && error !== undefined) tellCrash(error);
});

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the till');
const onScan = (listener: (code: string) => void): (() => void) => {
  scanners.add(listener);
  return () => scanners.delete(listener);
};
await loadPreferences();
render(<App boot={boot} onScan={onScan} />, root);
void boot.start();
void keepOffline();
