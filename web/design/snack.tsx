import type { JSX } from 'preact';
import { Button } from './button.js';

export interface SnackProps {
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

/** A short word at the lower edge, with a way back. */
export function Snack({ text, undo }: SnackProps): JSX.Element {
  return (
    <div class="snack">
      <span>{text}</span>
      {undo !== undefined && <Button onPress={undo.run}>{undo.label}</Button>}
    </div>
  );
}
