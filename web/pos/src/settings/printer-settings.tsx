export { PrinterSettings } from '../printing/printer-settings.js';
