import { useComputed, useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, NumberPad } from '../../../design/kit.js';
import type { KeyMap } from '../keys/key-map.js';
import { t } from '../messages/translate.js';
import { waitText } from '../shell/ages.js';
import { useTillKeys } from '../shell/use-till-keys.js';
import type { SignInOutcome } from './sign-in-outcome.js';

const SHORT = 4;
const LONG = 8;

export interface PinEntryProps {
  readonly keys: KeyMap;
  /** Takes four digits by itself; longer PINs are confirmed. */
  readonly onPin: (pin: string) => Promise<SignInOutcome>;
  readonly modal?: boolean;
  /** A new PIN is chosen: it is always confirmed. */
  readonly confirms?: boolean;
  readonly confirmLabel?: string;
}

/** Digits that nobody reads off the screen. Four are tried at once; whoever has more says so first. */
export function PinEntry(props: PinEntryProps): JSX.Element {
  const { pin, isLong, isBusy, outcome, wait, closed, canSubmit, submit, digit, type } = usePin(props);
  return (
    <div class="pin-entry">
      <Dots entered={pin.value.length} of={isLong.value ? LONG : SHORT} />
      <p class="pin-told" role="alert">
        {wait > 0 ? t('signIn.locked', { time: waitText(wait) }) : outcomeText(outcome.value)}
      </p>
      <p class="unseen" role="status">
        {isBusy.value ? t('signIn.checking') : t('signIn.entered', { n: pin.value.length })}
      </p>
      <NumberPad
        label={t('common.digit')}
        disabled={closed}
        onDigit={digit}
        onBackspace={() => type('Backspace')}
        backspaceLabel={t('common.backspace')}
      />
      {isLong.value ? (
        <Button variant="primary" big wide disabled={!canSubmit.value || closed} onPress={submit}>
          {props.confirmLabel ?? t('signIn.enter')}
        </Button>
      ) : (
        <Button variant="quiet" onPress={() => (isLong.value = true)}>
          {t('signIn.longPin')}
        </Button>
      )}
    </div>
  );
}

interface Pin {
  readonly pin: Signal<string>;
  readonly isLong: Signal<boolean>;
  readonly isBusy: Signal<boolean>;
  readonly outcome: Signal<SignInOutcome | null>;
  /** What is left of a lock, in ms. */
  readonly wait: number;
  readonly closed: boolean;
  readonly canSubmit: ReadonlySignal<boolean>;
  readonly submit: () => Promise<void>;
  readonly digit: (digit: string) => void;
  readonly type: (key: string) => void;
}

/** The digits so far, and what came of the last ones. They are gone as soon as they were tried. */
function usePin({ keys, onPin, modal = false, confirms = false }: PinEntryProps): Pin {
  const pin = useSignal('');
  const isLong = useSignal(confirms);
  const isBusy = useSignal(false);
  const outcome = useSignal<SignInOutcome | null>(null);
  const wait = useWait(outcome.value);
  const closed = isBusy.value || wait > 0;
  const submit = async (): Promise<void> => {
    isBusy.value = true;
    try {
      outcome.value = await onPin(pin.value);
    } finally {
      pin.value = '';
      isBusy.value = false;
    }
  };
  const digit = (one: string): void => {
    if (closed || pin.value.length >= (isLong.value ? LONG : SHORT)) return;
    pin.value += one;
    if (!isLong.value && pin.value.length === SHORT) void submit();
  };
  const type = (key: string): void => {
    if (key === 'Backspace') pin.value = pin.value.slice(0, -1);
    else if (/\d/.test(key)) digit(key);
  };
  const canSubmit = useComputed(() => isLong.value && pin.value.length >= SHORT);
  useTillKeys(keys, {
    amount: type,
    modal,
    actions: { confirm: () => (canSubmit.value && !closed ? void submit() : false) },
  });
  return { pin, isLong, isBusy, outcome, wait, closed, canSubmit, submit, digit, type };
}

function Dots({ entered, of }: { readonly entered: number; readonly of: number }): JSX.Element {
  const places = Array.from({ length: of }, (_, at) => at);
  return (
    <div class="pin-dots" aria-hidden="true">
      {places.map((at) => (
        <span key={at} class={at < entered ? 'full' : ''} />
      ))}
    </div>
  );
}

/** What is left of a lock, in ms; counts down. */
function useWait(outcome: SignInOutcome | null): number {
  const now = useSignal(Date.now());
  const until = outcome?.kind === 'locked' ? outcome.until : 0;
  useEffect(() => {
    now.value = Date.now();
    if (until <= now.value) return;
    const timer = setInterval(() => {
      now.value = Date.now();
      if (now.value >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, until - now.value);
}

function outcomeText(outcome: SignInOutcome | null): string {
  switch (outcome?.kind) {
    case 'wrong':
      return t('signIn.wrong');
    case 'closed':
      return t('signIn.closed');
    case 'unknown':
      return t('signIn.offlineUnknown');
    case 'without-right':
      return t('manager.withoutRight');
    case 'unreachable':
      return t('signIn.unreachable');
    case 'over':
      return t('lock.sessionOver');
    case 'failed':
      return t('signIn.failed', { detail: outcome.detail });
    default:
      return '';
  }
}
