import type { ComponentChildren, JSX } from 'preact';

/** Rows, each with what it has to say and what can be done about it. */
export function List({
  children,
  label,
}: {
  readonly children: ComponentChildren;
  readonly label?: string;
}): JSX.Element {
  return (
    <ul class="list" aria-label={label}>
      {children}
    </ul>
  );
}

/** A row of a list. */
export function ListRow({
  children,
  end,
}: {
  readonly children: ComponentChildren;
  readonly end?: ComponentChildren;
}): JSX.Element {
  return (
    <li>
      <div class="grow">{children}</div>
      {end}
    </li>
  );
}
