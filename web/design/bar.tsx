import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.js';

export interface BarProps {
  readonly kind?: 'plain' | 'amber' | 'danger';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
  readonly end?: ComponentChildren;
}

/** A line across the screen that says how things are for as long as they are so. */
export function Bar({ kind = 'plain', icon = 'info', children, end }: BarProps): JSX.Element {
  return (
    <div class={`bar ${kind}`}>
      <Icon name={icon} />
      <span class="grow">{children}</span>
      {end}
    </div>
  );
}
