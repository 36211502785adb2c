import type { JSX } from 'preact';
import { Button } from './button.js';

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}

/** One of a few, all of them visible. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): JSX.Element {
  return (
    <fieldset class="segmented">
      <legend>{props.label}</legend>
      {props.options.map(({ value, text }) => (
        <Button key={value} pressed={value === props.value} onPress={() => props.onValue(value)}>
          {text}
        </Button>
      ))}
    </fieldset>
  );
}
