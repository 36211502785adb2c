import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Bar, Button } from '../../../design/kit.js';
import { APP_VERSION } from '../boot/app-version.js';
import { applyUpdate, updateReady } from '../boot/updates.js';
import { language, t } from '../messages/translate.js';
import { ageText, timeText } from './ages.js';
import type { Frame } from './frame.js';

const AGE_EVERY_MS = 15_000;

/** How things are with the network, the queue, the clock and the program, for as long as they are so. */
export function Bars({ frame }: { readonly frame: Frame }): JSX.Element {
  const { life } = frame.parts;
  const clockOff = life.clockOff.value;
  return (
    <div class="bars">
      {frame.training.value && (
        <Bar kind="danger" icon="warning">
          {t('bar.training')}
        </Bar>
      )}
      <div role="status">
        <NetworkBar frame={frame} />
      </div>
      {frame.queueStatus.value.full && (
        <Bar kind="danger" icon="warning">
          {t('trouble.full')}
        </Bar>
      )}
      {clockOff !== null && (
        <Bar kind="danger" icon="clock">
          {t('trouble.clock', { time: ageText(clockOff) })}
        </Bar>
      )}
      {frame.queueStatus.value.lastError?.code === 'server_too_old' && (
        <Bar kind="danger" icon="warning">
          {t('trouble.serverOld')}
        </Bar>
      )}
      {(life.licence.value === 'expired' || life.licence.value === 'revoked') && (
        <Bar kind="amber" icon="warning">
          {t('bar.licence')}
        </Bar>
      )}
      <RefusedBar frame={frame} />
      <SessionBar frame={frame} />
      {isTooOld(frame) && <Bar icon="warning">{t('trouble.appOld')}</Bar>}
      <UpdateBar frame={frame} />
    </div>
  );
}

function NetworkBar({ frame }: { readonly frame: Frame }): JSX.Element | null {
  const { pending, oldestAt, sending } = frame.queueStatus.value;
  const now = useNow();
  if (!frame.online.value) {
    const age = oldestAt === null ? '' : ageText(now - oldestAt.getTime());
    return (
      <Bar kind="amber" icon="offline">
        {pending === 0 ? t('bar.offline') : t('bar.offlineKept', { n: pending, age })}
      </Bar>
    );
  }
  // One sale on its way is nothing to tell anybody of.
  if (sending !== null && sending.total > 1)
    return <Bar icon="queue">{t('bar.sending', { done: sending.done, total: sending.total })}</Bar>;
  const waitsLong = oldestAt !== null && now - oldestAt.getTime() > 60_000;
  return pending > 0 && waitsLong ? (
    <Bar icon="queue" end={<Button onPress={() => frame.go('queue')}>{t('bar.show')}</Button>}>
      {t('bar.waiting', { n: pending })}
    </Bar>
  ) : null;
}

function RefusedBar({ frame }: { readonly frame: Frame }): JSX.Element | null {
  const { refused } = frame.queueStatus.value;
  if (refused === 0 || frame.screen.value === 'queue') return null;
  return (
    <Bar kind="amber" icon="warning" end={<Button onPress={() => frame.go('queue')}>{t('bar.show')}</Button>}>
      {t('bar.refused', { n: refused })}
    </Bar>
  );
}

function SessionBar({ frame }: { readonly frame: Frame }): JSX.Element | null {
  const { door, linked } = frame.parts;
  const ends = door.endsAt.value;
  if (ends === null) return null;
  const time = timeText(ends, language.value, linked.value.outlet.timeZone, new Date());
  return <Bar icon="clock">{t('bar.sessionEnds', { time })}</Bar>;
}

function isTooOld({ parts }: Frame): boolean {
  const least = parts.linked.value.configuration.minimumAppVersion;
  return least !== null && least.localeCompare(APP_VERSION, 'en', { numeric: true }) > 0;
}

function UpdateBar({ frame }: { readonly frame: Frame }): JSX.Element | null {
  if (!updateReady.value) return null;
  const canUpdate = frame.basketEmpty.value;
  return (
    <Bar end={canUpdate ? <Button onPress={applyUpdate}>{t('bar.updateNow')}</Button> : undefined}>
      {t('bar.update')} {!canUpdate && t('bar.updateLater')}
    </Bar>
  );
}

/** The time, new every quarter of a minute. */
function useNow(): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), AGE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now.value, Date.now());
}
