import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../design/kit.js';
import { t } from '../messages/translate.js';

type ScreenOf<Props> = (props: Props) => JSX.Element;

/** A screen whose program is fetched when it is first wanted: the first load stays small. It is among the files kept for offline. */
export function later<Props extends object>(load: () => Promise<ScreenOf<Props>>): ScreenOf<Props> {
  const loaded = signal<{ readonly Screen: ScreenOf<Props> } | 'failed' | null>(null);
  const fetchIt = async (): Promise<void> => {
    try {
      loaded.value = { Screen: await load() };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      loaded.value = 'failed';
    }
  };
  return function Later(props: Props): JSX.Element {
    useEffect(() => {
      if (loaded.value === null || loaded.value === 'failed') void fetchIt();
    }, []);
    const Shown = loaded.value;
    if (Shown === null) return <main class="door" aria-busy="true" />;
    if (Shown === 'failed')
      return (
        <main class="door">
          <p role="alert">{t('signIn.unreachable')}</p>
          <Button onPress={fetchIt}>{t('common.again')}</Button>
        </main>
      );
    return <Shown.Screen {...props} />;
  };
}
