import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { QueuedEntry } from '../../../../sdk/src/queue/queue-store.js';
import { Button, List, ListRow } from '../../../design/kit.js';
import { language, t } from '../messages/translate.js';
import { timeText } from '../shell/ages.js';
import type { Frame } from '../shell/frame.js';
import { saveFile } from './save-file.js';

/** What waits to be sent, and what the server did not take: each with its reason and what to do next. */
export function QueueScreen({ frame }: { readonly frame: Frame }): JSX.Element {
  const waiting = useSignal<readonly QueuedEntry[]>([]);
  const refused = useSignal<readonly QueuedEntry[]>([]);
  const { queue } = frame.parts;
  const status = frame.queueStatus.value;
  useEffect(() => {
    void queue.entries('waiting', 100).then((found) => (waiting.value = found));
    void queue.entries('refused', 100).then((found) => (refused.value = found));
  }, [status]);
  return (
    <main class="page">
      <h1>{t('queue.title')}</h1>
      <p class="muted">
        {status.lastSyncAt === null ? t('queue.never') : t('queue.lastSync', { time: clock(frame, status.lastSyncAt) })}
      </p>
      {status.lastError !== null && <p role="alert">{t('queue.lastError', { detail: status.lastError.detail })}</p>}
      <div class="actions start">
        <Button
          variant="primary"
          icon="queue"
          blocked={frame.online.value ? undefined : t('signIn.unreachable')}
          onPress={() => queue.send('button')}
        >
          {t('queue.sendNow')}
        </Button>
        {status.pending > 0 && <ExportButton frame={frame} />}
      </div>
      {status.pending === 0 && refused.value.length === 0 && <p>{t('queue.empty')}</p>}
      <Entries frame={frame} title={t('queue.refused')} entries={refused.value} />
      <Entries frame={frame} title={t('queue.waiting')} entries={waiting.value} />
    </main>
  );
}

interface EntriesProps {
  readonly frame: Frame;
  readonly title: string;
  readonly entries: readonly QueuedEntry[];
}

function Entries({ frame, title, entries }: EntriesProps): JSX.Element | null {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <List>
        {entries.map((one) => (
          <ListRow key={one.entry.id} end={<Seen frame={frame} entry={one} />}>
            <strong>
              {t('queue.at', { kind: t(`kind.${one.entry.kind}`), time: clock(frame, new Date(one.entry.at)) })}
              {numberOf(one)}
            </strong>
            {one.detail !== null && <div>{one.detail}</div>}
            {(one.state === 'rejected' || one.state === 'quarantined' || one.state === 'held') && (
              <div class="muted">{t(`queue.step.${one.state}`)}</div>
            )}
          </ListRow>
        ))}
      </List>
    </section>
  );
}

function Seen({ frame, entry }: { readonly frame: Frame; readonly entry: QueuedEntry }): JSX.Element | null {
  if (entry.state !== 'rejected' && entry.state !== 'quarantined') return null;
  return <Button onPress={() => frame.parts.queue.acknowledge([entry.entry.id])}>{t('queue.acknowledge')}</Button>;
}

/** Saves what waits as a file that the office can hand in. */
export function ExportButton({ frame }: { readonly frame: Frame }): JSX.Element {
  const save = async (): Promise<void> => {
    const { device } = frame.parts.linked.value;
    saveFile(`${device.name}-${new Date().toISOString().slice(0, 10)}.json`, await frame.parts.queue.export());
    frame.say(t('queue.exported'));
  };
  return (
    <Button onPress={save}>
      {t('queue.export')}
      <span class="why">{t('queue.exportHow')}</span>
    </Button>
  );
}

function numberOf({ entry, order }: QueuedEntry): string {
  const number = order?.receiptNumber ?? entry.body['receiptNumber'];
  return typeof number === 'string' ? `, ${number}` : '';
}

function clock(frame: Frame, at: Date): string {
  return timeText(at, language.value, frame.parts.linked.value.outlet.timeZone, new Date());
}
