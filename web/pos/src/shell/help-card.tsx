import type { JSX } from 'preact';
import { Dialog } from '../../../design/kit.js';
import { KEY_TABLE, type KeyAction } from '../keys/key-map.js';
import { t } from '../messages/translate.js';
import type { Frame } from './frame.js';

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del', ArrowUp: '↑', ArrowDown: '↓' };

/** How a key is written on a card or a button. */
export function keyName(key: string): string {
  return NAMES[key] ?? key;
}

/** All keys, from the table that they work by. */
export function HelpCard({ frame }: { readonly frame: Frame }): JSX.Element {
  const close = (): void => void (frame.helpShown.value = false);
  const actions = Object.keys(KEY_TABLE) as KeyAction[];
  return (
    <Dialog title={t('keys.title')} onClose={close} closeLabel={t('common.close')} broad>
      <dl class="key-card">
        {actions.map((action) => {
          const keys = [
            ...new Set(frame.keys.keysOf(action).map((key) => keyName(key.length === 1 ? key.toUpperCase() : key))),
          ];
          return (
            keys.length > 0 && (
              <div key={action}>
                <dt>
                  <kbd>{keys.join(' / ')}</kbd>
                </dt>
                <dd>{t(KEY_TABLE[action].label)}</dd>
              </div>
            )
          );
        })}
      </dl>
    </Dialog>
  );
}
