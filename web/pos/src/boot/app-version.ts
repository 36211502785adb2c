declare const __APP_VERSION__: string | undefined;

/** Of this program; the build writes it in. */
export const APP_VERSION = typeof __APP_VERSION__ === 'undefined' ? '0.0.0' : __APP_VERSION__;
