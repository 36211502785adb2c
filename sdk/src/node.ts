/** What only Node has: files. */
export { FileBookStore } from './book/file-book-store.js';
export { fileKeyStore } from './device/file-key-store.js';
export { openFileStore } from './queue/file-store.js';
