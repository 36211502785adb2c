import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Dialog, Snack } from '../../../design/kit.js';
import { language, t } from '../messages/translate.js';
import { SCREENS } from '../screens.js';
import { ChangePinScreen, LockScreen, RemoteLockScreen } from '../sign-in/lock-screen.js';
import { timeText } from './ages.js';
import { Bars } from './bars.js';
import type { Frame } from './frame.js';
import { Header } from './header.js';
import { HelpCard } from './help-card.js';
import { ManagerDialog } from './manager-dialog.js';
import { useTillKeys } from './use-till-keys.js';

interface FrameProps {
  readonly frame: Frame;
}

/** What stands above every screen. */
export const Above = Bars;

/** Behind the door the screen that is open stays as it is: the basket is there when the door opens. */
export function Inside({ frame }: FrameProps): JSX.Element | null {
  const state = frame.parts.door.state.value;
  if (frame.parts.life.locked.value !== null) return <RemoteLockScreen frame={frame} />;
  switch (state.kind) {
    case 'sign-in':
      return null;
    case 'locked':
      return <LockScreen frame={frame} />;
    case 'must-change':
      return <ChangePinScreen frame={frame} current={state.pin} />;
    case 'open':
      return <OpenTill frame={frame} />;
  }
}

/** What lies over every screen. */
export function Over({ frame }: FrameProps): JSX.Element {
  const { said } = frame.notices;
  const question = frame.manager.asked.value;
  const help = (): void => void (frame.helpShown.value = !frame.helpShown.value);
  useTillKeys(frame.keys, { actions: { help } });
  return (
    <>
      <OfficeMessages frame={frame} />
      {frame.helpShown.value && <HelpCard frame={frame} />}
      {question !== null && <ManagerDialog key={question.what} frame={frame} question={question} />}
      <div class="snacks" role="status">
        {said.value !== null && <Word frame={frame} />}
      </div>
    </>
  );
}

function OpenTill({ frame }: FrameProps): JSX.Element {
  const Shown = SCREENS[frame.screen.value];
  return (
    <>
      <Header frame={frame} />
      {frame.book.value === null ? (
        <main class="door">
          <h1>{t('boot.book')}</h1>
          <p>{t('boot.bookWaits')}</p>
        </main>
      ) : (
        <div class="screen">
          <Shown frame={frame} till={frame} />
        </div>
      )}
    </>
  );
}

function Word({ frame }: FrameProps): JSX.Element | null {
  const said = frame.notices.said.value;
  if (said === null) return null;
  const undo = said.undo && { label: t('common.undo'), run: said.undo };
  return <Snack text={said.text} {...(undo && { undo })} />;
}

function OfficeMessages({ frame }: FrameProps): JSX.Element | null {
  const { life, linked } = frame.parts;
  const first = computed(() => life.messages.value[0]).value;
  if (first === undefined) return null;
  const seen = (): void => life.dismiss(first.id);
  return (
    <Dialog
      key={first.id}
      title={t('message.title')}
      actions={
        <Button variant="primary" onPress={seen}>
          {t('message.seen')}
        </Button>
      }
    >
      <p class="office-message">{first.text}</p>
      <p class="muted">{timeText(first.sentAt, language.value, linked.value.outlet.timeZone, new Date())}</p>
    </Dialog>
  );
}
