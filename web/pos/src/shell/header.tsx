import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Dialog, IconButton, type IconName } from '../../../design/kit.js';
import { t, type MessageKey } from '../messages/translate.js';
import type { Screen } from '../till.js';
import type { Frame } from './frame.js';

const PLACES: readonly { readonly screen: Screen; readonly icon: IconName; readonly label: MessageKey }[] = [
  { screen: 'sell', icon: 'bag', label: 'head.sell' },
  { screen: 'held', icon: 'hold', label: 'head.held' },
  { screen: 'receipts', icon: 'printer', label: 'head.receipts' },
  { screen: 'refund', icon: 'refund', label: 'head.refund' },
  { screen: 'drawer', icon: 'drawer', label: 'head.drawer' },
  { screen: 'queue', icon: 'queue', label: 'head.queue' },
  { screen: 'settings', icon: 'settings', label: 'head.settings' },
];

/** Who works where, and the ways to everything that is not selling. */
export function Header({ frame }: { readonly frame: Frame }): JSX.Element {
  const menu = useSignal(false);
  const { door } = frame.parts;
  const person = frame.person.value;
  const device = frame.parts.linked.value.device.name;
  return (
    <header class="till-head">
      <IconButton icon="menu" label={t('head.menu')} variant="quiet" onPress={() => (menu.value = true)} />
      <span class="who">
        <span class="who-name">{person?.name}</span>
        <span class="who-place muted">
          {device}
          {person?.offline === true && `, ${t('head.offlinePerson')}`}
        </span>
      </span>
      {frame.screen.value !== 'sell' && (
        <Button variant="quiet" icon="bag" onPress={() => frame.go('sell')}>
          {t('head.sell')}
        </Button>
      )}
      <IconButton icon="swap" label={t('head.switch')} variant="quiet" onPress={() => door.signOut()} />
      <IconButton icon="lock" label={t('head.lock')} variant="quiet" onPress={() => door.lock('person')} />
      {menu.value && <Menu frame={frame} close={() => (menu.value = false)} />}
    </header>
  );
}

function Menu({ frame, close }: { readonly frame: Frame; readonly close: () => void }): JSX.Element {
  const go = (screen: Screen): void => {
    close();
    frame.go(screen);
  };
  const help = (): void => {
    close();
    frame.helpShown.value = true;
  };
  const leave = (): void => {
    close();
    frame.parts.door.signOut();
  };
  return (
    <Dialog title={t('head.menu')} onClose={close} closeLabel={t('common.close')}>
      <nav class="places">
        {PLACES.map(({ screen, icon, label }) => (
          <Button key={screen} icon={icon} wide current={frame.screen.value === screen} onPress={() => go(screen)}>
            {t(label)}
          </Button>
        ))}
        <Button icon="help" wide onPress={help}>
          {t('head.keys')}
        </Button>
        <Button icon="back" wide onPress={leave}>
          {t('head.signOut')}
        </Button>
      </nav>
    </Dialog>
  );
}
