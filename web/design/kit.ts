export { Bar, type BarProps } from './bar.js';
export { Button, IconButton, type ButtonProps, type IconButtonProps } from './button.js';
export { Dialog, type DialogProps } from './dialog.js';
export { Field, type FieldProps } from './field.js';
export { Icon, type IconName } from './icon.js';
export { List, ListRow } from './list.js';
export { NumberPad, type NumberPadProps } from './number-pad.js';
export { Segmented, type SegmentedProps } from './segmented.js';
export { Snack, type SnackProps } from './snack.js';
