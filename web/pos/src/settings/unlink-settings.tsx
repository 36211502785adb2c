import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Dialog } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { saveFile } from '../queue/save-file.js';
import type { Frame } from '../shell/frame.js';

/** Who may forget what waits, once it is in a file. */
const RIGHT = 'devices:manage';

/** Makes this machine nobody's till again; never while entries wait, unless a manager takes them along as a file. */
export function UnlinkSettings({ frame }: { readonly frame: Frame }): JSX.Element {
  const sure = useSignal(false);
  const { pending } = frame.queueStatus.value;
  const { queue, linked, unlink } = frame.parts;
  const withFile = async (): Promise<void> => {
    const act = { action: null, targetId: linked.value.device.id };
    const stands = frame.may(RIGHT) || (await frame.askManager(RIGHT, t('settings.unlink'), act)) !== null;
    if (!stands) return;
    saveFile(`${linked.value.device.name}-unlinked.json`, await queue.export());
    sure.value = true;
  };
  return (
    <section>
      <h2>{t('settings.unlink')}</h2>
      <p>{t('settings.unlinkHow')}</p>
      <Button
        blocked={pending > 0 ? t('settings.unlinkRefused', { n: pending }) : undefined}
        onPress={() => (sure.value = true)}
      >
        {t('settings.unlink')}
      </Button>
      {pending > 0 && <Button onPress={withFile}>{t('settings.unlinkExport')}</Button>}
      {sure.value && <Sure unlink={unlink} close={() => (sure.value = false)} />}
    </section>
  );
}

function Sure({ unlink, close }: { readonly unlink: () => Promise<void>; readonly close: () => void }): JSX.Element {
  const actions = (
    <>
      <Button onPress={close}>{t('common.cancel')}</Button>
      <Button variant="danger" onPress={unlink}>
        {t('settings.unlinkConfirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.unlink')} onClose={close} closeLabel={t('common.cancel')} actions={actions}>
      <p>{t('settings.unlinkHow')}</p>
    </Dialog>
  );
}
