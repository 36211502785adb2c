import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Bar, Button } from '../../../design/kit.js';
import type { Boot, Opened } from '../boot/boot.js';
import type { Entrance } from '../boot/entrance.js';
import type { LinkScreenProps } from '../link/link-screen.js';
import { t } from '../messages/translate.js';
import { SignInScreen } from '../sign-in/sign-in-screen.js';
import { later } from './later.js';

/** Most starts are of a device that is linked. */
const LinkScreen = later<LinkScreenProps>(async () => (await import('../link/link-screen.js')).LinkScreen);

/** What went wrong where nobody expected it; the page goes on. */
export const crashed = signal<string | null>(null);

export interface AppProps {
  readonly boot: Boot;
  readonly onScan: (listener: (code: string) => void) => () => void;
}

/** The whole page: what the start has come to. */
export function App({ boot, onScan }: AppProps): JSX.Element {
  const state = boot.state.value;
  switch (state.kind) {
    case 'starting':
      return (
        <main class="door">
          {crashed.value === null ? <p role="status">{t('boot.starting')}</p> : <Crash text={crashed.value} />}
        </main>
      );
    case 'no-storage':
      return <Unusable title={t('trouble.storageTitle')} text={t('trouble.storage')} />;
    case 'insecure':
      return <Unusable title={t('trouble.insecureTitle')} text={t('trouble.insecure')} />;
    case 'link':
      return <LinkScreen link={(wish) => boot.link(wish)} onScan={onScan} />;
    case 'linked':
      return <LinkedTill entrance={state.entrance} opened={state.opened} />;
  }
}

function Unusable({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <main class="door">
      <h1>{title}</h1>
      <p role="alert">{text}</p>
      <Button variant="primary" onPress={() => location.reload()}>
        {t('common.again')}
      </Button>
    </main>
  );
}

interface LinkedProps {
  readonly entrance: Entrance;
  /** `null` while it is being opened. */
  readonly opened: Opened | null;
}

/** The till, as far as it is there. Whoever has begun to type a PIN goes on typing when the rest comes. */
function LinkedTill({ entrance, opened }: LinkedProps): JSX.Element {
  return (
    <div class={opened?.frame.training.value === true ? 'till training' : 'till'}>
      {opened === null ? <EarlyBars entrance={entrance} /> : <opened.Above frame={opened.frame} />}
      <Behind entrance={entrance} opened={opened} />
      {opened !== null && <opened.Over frame={opened.frame} />}
      {crashed.value !== null && <Crash text={crashed.value} />}
    </div>
  );
}

/** What can be said before the queue has been opened. */
function EarlyBars({ entrance }: { readonly entrance: Entrance }): JSX.Element {
  return (
    <div class="bars">
      <div role="status">
        {!entrance.network.online.value && (
          <Bar kind="amber" icon="offline">
            {t('bar.offlineOpening')}
          </Bar>
        )}
      </div>
    </div>
  );
}

/** The door, and the till behind it. */
function Behind({ entrance, opened }: LinkedProps): JSX.Element {
  const { door, keys, network } = entrance;
  const isLockedFromAfar = opened !== null && opened.frame.parts.life.locked.value !== null;
  if (door.state.value.kind === 'sign-in' && !isLockedFromAfar)
    return <SignInScreen door={door} keys={keys} online={network.online.value} />;
  if (opened !== null) return <opened.Inside frame={opened.frame} />;
  return (
    <main class="door">
      <p role="status">{t('boot.starting')}</p>
    </main>
  );
}

function Crash({ text }: { readonly text: string }): JSX.Element {
  return (
    <Bar kind="danger" icon="warning" end={<Button onPress={() => location.reload()}>{t('trouble.reload')}</Button>}>
      {t(text.startsWith('QuotaExceededError') ? 'trouble.full' : 'trouble.crashed')}
      <details>
        <summary>{t('common.more')}</summary>
        {text}
      </details>
    </Bar>
  );
}
