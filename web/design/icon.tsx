import type { JSX } from 'preact';

/** Strokes on a field of 24 by 24, drawn for this kit. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  backspace: 'M9 5h11v14H9l-6-7zM12 9l5 6M17 9l-5 6',
  bag: 'M5 8h14l-1 12H6zM9 8V6a3 3 0 016 0v2',
  barcode: 'M4 6v12M7 6v12M10 6v12M14 6v12M17 6v12M20 6v12',
  bell: 'M6 16V11a6 6 0 0112 0v5l2 2H4zM10 21h4',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 16a3 3 0 100-6 3 3 0 000 6z',
  card: 'M3 6h18v12H3zM3 10h18M6 15h4',
  cash: 'M3 7h18v10H3zM12 14a2 2 0 100-4 2 2 0 000 4z',
  check: 'M5 12l5 5 9-10',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  customer: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21a8 8 0 0116 0',
  discount: 'M6 18L18 6M8 9a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM16 18a1.5 1.5 0 100-3 1.5 1.5 0 000 3z',
  down: 'M5 9l7 7 7-7',
  drawer: 'M3 9h18v10H3zM5 9l2-4h10l2 4M10 14h4',
  gift: 'M4 10h16v10H4zM3 7h18v3H3zM12 7v13M12 7C9 7 8 3 10 3s2 4 2 4 0-4 2-4 1 4-2 4z',
  help: 'M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5a2.5 2.5 0 113.5 2.3c-.7.4-1 .8-1 1.700M12 17h.01',
  hold: 'M9 5v14M15 5v14',
  info: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5M12 8h.01',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 018 0v3',
  menu: 'M4 6h16M4 12h16M4 18h16',
  minus: 'M5 12h14',
  note: 'M4 20l1-4L16 5l3 3L8 19z',
  offline: 'M3 4l18 17M8.5 15.5a5 5 0 017 0M5.5 12.5a9 9 0 014-2.3M18.5 12.5a9 9 0 00-3-2M12 19h.01',
  phone: 'M7 3h10v18H7zM11 18h2',
  plus: 'M12 5v14M5 12h14',
  printer: 'M7 9V4h10v5M5 9h14v8h-3v3H8v-3H5zM8 15h8',
  queue: 'M5 6h14M5 12h14M5 18h8M17 16v5M14.5 18.5L17 16l2.5 2.5',
  refund: 'M9 8L5 12l4 4M5 12h10a4 4 0 010 8h-2',
  remove: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  settings: 'M4 7h9M17 7h3M15 9a2 2 0 100-4 2 2 0 000 4zM4 17h3M11 17h9M9 19a2 2 0 100-4 2 2 0 000 4z',
  split: 'M12 4v6M12 10l-6 6v4M12 10l6 6v4',
  swap: 'M4 9h15l-4-4M20 15H5l4 4',
  up: 'M5 15l7-7 7 7',
  warning: 'M12 4l9 16H3zM12 10v5M12 17.5h.01',
} as const;
export type IconName = keyof typeof PATHS;

/** A picture beside words, hidden from screen readers: the words say it. */
export function Icon({ name, title }: { readonly name: IconName; readonly title?: string }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {title !== undefined && <title>{title}</title>}
      <path d={PATHS[name]} />
    </svg>
  );
}
