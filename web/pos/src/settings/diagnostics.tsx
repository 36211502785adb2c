import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../design/kit.js';
import { APP_VERSION } from '../boot/app-version.js';
import { language, t } from '../messages/translate.js';
import { timeText } from '../shell/ages.js';
import type { Frame } from '../shell/frame.js';

const MEGABYTE = 1_048_576;

/** What somebody on the telephone asks for first. */
export function Diagnostics({ frame }: { readonly frame: Frame }): JSX.Element {
  const storage = useSignal('');
  useEffect(() => void storageText().then((text) => (storage.value = text)), []);
  const { linked, life } = frame.parts;
  const { device, outlet, baseUrl, business } = linked.value;
  const book = frame.book.value;
  const updated = book && timeText(book.updatedAt, language.value, outlet.timeZone, new Date());
  const rows: readonly (readonly [string, string])[] = [
    [t('settings.diag.device'), `${device.name} (${device.id.slice(-8)})`],
    [t('settings.diag.outlet'), `${outlet.name}, ${business.name}`],
    [t('settings.diag.version'), APP_VERSION],
    [t('settings.diag.server'), baseUrl],
    [
      t('settings.diag.book'),
      book === null ? t('settings.diag.bookNone') : `${book.revision.slice(0, 16)}, ${updated ?? ''}`,
    ],
    [t('settings.diag.queue'), String(frame.queueStatus.value.pending)],
    [t('settings.diag.storage'), storage.value],
    [t('settings.diag.clock'), t('settings.diag.seconds', { n: Math.round(life.skewMs.value / 1_000) })],
  ];
  return (
    <section>
      <h2>{t('settings.diagnostics')}</h2>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ServerAge frame={frame} />
    </section>
  );
}

/** Whether the server is of the time of this till: asked for by hand, for the answer is long. */
function ServerAge({ frame }: { readonly frame: Frame }): JSX.Element {
  const told = useSignal<string | null>(null);
  const ask = async (): Promise<void> => {
    const found = await frame.client().serverContract();
    told.value =
      found === undefined ? t('signIn.unreachable') : t(`settings.diag.age.${found.age}`, { version: found.version });
  };
  return (
    <p>
      <Button onPress={ask}>{t('settings.diag.compare')}</Button> <span role="status">{told.value}</span>
    </p>
  );
}

async function storageText(): Promise<string> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  const estimate = await storage?.estimate?.();
  if (estimate?.usage === undefined || estimate.quota === undefined) return t('settings.diag.storageUnknown');
  const [used, all] = [estimate.usage, estimate.quota].map((bytes) => Math.ceil(bytes / MEGABYTE));
  const text = t('settings.diag.storageUsed', { used: used ?? 0, all: all ?? 0 });
  return (await storage?.persisted?.()) === true ? `${text}, ${t('settings.diag.persistent')}` : text;
}
