import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Icon } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import type { Frame } from '../shell/frame.js';
import { PinEntry } from './pin-entry.js';
import { SignInScreen } from './sign-in-screen.js';

/** Locked: the PIN of who locked it, or somebody else's sign-in. The basket lies below and stays. */
export function LockScreen({ frame }: { readonly frame: Frame }): JSX.Element {
  const { door } = frame.parts;
  const others = useSignal(false);
  const name = door.person.value?.name ?? '';
  const why = door.state.value.kind === 'locked' ? door.state.value.why : 'person';
  if (others.value) {
    const back = (): void => void (others.value = false);
    return <SignInScreen door={door} keys={frame.keys} online={frame.online.value} onBack={back} />;
  }
  return (
    <main class="door">
      <div class="door-head">
        <Icon name="lock" />
        <h1>{t('lock.title')}</h1>
      </div>
      <p>{why === 'idle' ? t('lock.idle') : t('lock.of', { name })}</p>
      <h2>{t('signIn.pinOf', { name })}</h2>
      <PinEntry keys={frame.keys} onPin={(pin) => door.unlock(pin)} />
      <Button icon="swap" onPress={() => (others.value = true)}>
        {t('lock.switch')}
      </Button>
    </main>
  );
}

/** Locked by the office: nothing but that is shown, and what waits is still sent. */
export function RemoteLockScreen({ frame }: { readonly frame: Frame }): JSX.Element {
  const reason = frame.parts.life.locked.value?.reason ?? null;
  return (
    <main class="door">
      <div class="door-head">
        <Icon name="lock" />
        <h1>{t('lock.title')}</h1>
      </div>
      <p role="alert">{reason === null ? t('lock.remoteNoReason') : t('lock.remote', { reason })}</p>
      <p>{t('lock.remoteHow')}</p>
    </main>
  );
}

/** The PIN was set by somebody else: only its owner knows the next one. */
export function ChangePinScreen({ frame, current }: { readonly frame: Frame; readonly current: string }): JSX.Element {
  const { door } = frame.parts;
  const first = useSignal<string | null>(null);
  const differs = useSignal(false);
  return (
    <main class="door">
      <h1>{t('signIn.mustChange')}</h1>
      <h2>{t(first.value === null ? 'signIn.newPin' : 'signIn.newPinAgain')}</h2>
      {differs.value && <p role="alert">{t('signIn.newPinDiffers')}</p>}
      <PinEntry
        key={first.value === null ? 'first' : 'again'}
        keys={frame.keys}
        confirms
        confirmLabel={first.value === null ? t('common.continue') : t('signIn.savePin')}
        onPin={async (pin) => {
          const before = first.value;
          differs.value = before !== null && before !== pin;
          first.value = before === null ? pin : null;
          return before === pin ? door.changePin(current, pin) : { kind: 'in' };
        }}
      />
      <Button variant="quiet" onPress={() => door.signOut()}>
        {t('head.signOut')}
      </Button>
    </main>
  );
}
