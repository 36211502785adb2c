import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren, CSSProperties, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.js';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** A promise keeps the button busy until it is settled; presses meanwhile do nothing. */
  readonly onPress: () => unknown;
  readonly variant?: 'primary' | 'plain' | 'danger' | 'quiet';
  /** 64 px, for paying and number pads. */
  readonly big?: boolean;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  /** Why it cannot be pressed now, in words: it stays visible and says so. */
  readonly blocked?: string | undefined;
  readonly icon?: IconName;
  /** A key that does the same. */
  readonly hint?: string;
  /** For a choice that is on or off. */
  readonly pressed?: boolean;
  readonly current?: boolean;
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly class?: string;
  readonly submit?: boolean;
  readonly style?: CSSProperties;
}

/** Something to press. What goes wrong in `onPress` is for `onPress` to catch; else it reaches the window's own handler. */
export function Button(props: ButtonProps): JSX.Element {
  const { variant = 'plain', blocked, icon, hint, pressed, current } = props;
  const why = useId();
  const { busy, press } = usePress(props);
  return (
    <button
      type={props.submit === true ? 'submit' : 'button'}
      class={classesOf(props, variant)}
      disabled={props.disabled}
      aria-disabled={blocked !== undefined ? true : undefined}
      aria-describedby={blocked !== undefined ? why : undefined}
      aria-busy={busy.value ? true : undefined}
      aria-pressed={pressed}
      aria-current={current === true ? true : undefined}
      aria-label={props.label}
      autofocus={props.autoFocus}
      style={props.style}
      onClick={press}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span>
        {props.children}
        {blocked !== undefined && (
          <span class="why" id={why}>
            {blocked}
          </span>
        )}
      </span>
      {hint !== undefined && (
        <span class="key-hint" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}

/** What pressing does: nothing while the button is blocked, or busy with the last press. */
function usePress({ blocked, onPress }: ButtonProps): { readonly busy: Signal<boolean>; readonly press: () => void } {
  const busy = useSignal(false);
  const waits = useRef(false);
  const press = (): void => {
    if (blocked !== undefined || waits.current) return;
    const outcome = onPress();
    if (!(outcome instanceof Promise)) return;
    waits.current = true;
    busy.value = true;
    void outcome.finally(() => {
      waits.current = false;
      busy.value = false;
    });
  };
  return { busy, press };
}

function classesOf({ big, wide, class: own }: ButtonProps, variant: string): string {
  return ['button', variant, big === true && 'big', wide === true && 'wide', own].filter(Boolean).join(' ');
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: IconName;
  /** What it does, in words. */
  readonly label: string;
}

/** A button that shows a picture and says its name. */
export function IconButton({ icon, label, class: own, ...rest }: IconButtonProps): JSX.Element {
  return (
    <Button {...rest} label={label} class={`icon-only ${own ?? ''}`}>
      <Icon name={icon} title={label} />
    </Button>
  );
}
