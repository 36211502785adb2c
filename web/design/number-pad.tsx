import type { ComponentChildren, JSX } from 'preact';
import { Button } from './button.js';
import { Icon } from './icon.js';

export interface NumberPadProps {
  readonly label: string;
  readonly onDigit: (digit: string) => void;
  readonly onBackspace: () => void;
  readonly backspaceLabel: string;
  /** What stands left of the zero: a decimal sign, "00", nothing. */
  readonly extra?: ComponentChildren;
  readonly disabled?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits to press, in the order of telephones. Typed digits come by the key map, not through here. */
export function NumberPad(props: NumberPadProps): JSX.Element {
  const { label, onDigit, onBackspace, backspaceLabel, extra, disabled = false } = props;
  const digit = (one: string): JSX.Element => (
    <Button key={one} disabled={disabled} onPress={() => onDigit(one)}>
      {one}
    </Button>
  );
  return (
    <div class="number-pad" role="group" aria-label={label}>
      {DIGITS.map(digit)}
      {extra ?? <span />}
      {digit('0')}
      <Button label={backspaceLabel} disabled={disabled} onPress={onBackspace}>
        <Icon name="backspace" />
      </Button>
    </div>
  );
}
