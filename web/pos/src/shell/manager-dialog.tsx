import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, Dialog } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { PinEntry } from '../sign-in/pin-entry.js';
import type { Frame } from './frame.js';
import type { Approver, ManagerQuestion, Question } from './manager-question.js';

/** A second person's PIN, over the work that stays on the screen. */
export function ManagerDialog({
  frame,
  question,
}: {
  readonly frame: Frame;
  readonly question: Question;
}): JSX.Element {
  const { manager } = frame;
  const { approvers, chosen } = useApprovers(manager, question);
  const person = chosen.value;
  return (
    <Dialog title={t('manager.title')} onClose={() => manager.giveUp()} closeLabel={t('common.cancel')}>
      <p>{t('manager.for', { what: question.what })}</p>
      {approvers.value?.length === 0 && <p role="alert">{t('manager.nobody')}</p>}
      {person === null ? (
        <>
          {(approvers.value?.length ?? 0) > 0 && <h3>{t('manager.choose')}</h3>}
          <div class="approvers">
            {approvers.value?.map((one) => (
              <Button key={one.id} onPress={() => (chosen.value = one)}>
                {one.name}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <>
          <h3>{t('signIn.pinOf', { name: person.name })}</h3>
          <PinEntry keys={frame.keys} modal onPin={(pin) => manager.decide(question, person, pin)} />
          {(approvers.value?.length ?? 0) > 1 && (
            <Button variant="quiet" onPress={() => (chosen.value = null)}>
              {t('signIn.other')}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}

interface Asked {
  readonly approvers: Signal<readonly Approver[] | null>;
  readonly chosen: Signal<Approver | null>;
}

/** Who could stand for it, once that is known. */
function useApprovers(manager: ManagerQuestion, question: Question): Asked {
  const approvers = useSignal<readonly Approver[] | null>(null);
  const chosen = useSignal<Approver | null>(null);
  useEffect(() => {
    void manager.approvers(question).then((found) => {
      approvers.value = found;
      // One alone need not be picked.
      if (found.length === 1) chosen.value = found[0] ?? null;
    });
  }, [question]);
  return { approvers, chosen };
}
