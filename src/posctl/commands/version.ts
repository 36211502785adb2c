import { readFileSync } from 'node:fs';
import type { Command } from '../command.js';
import { EXIT } from '../exit-codes.js';

export const versionCommand: Command = {
  arguments: [],
  options: {},
  examples: ['posctl version', 'posctl version --json'],
  run({ printer }) {
    // The package file lies three folders up, from the sources as from the build.
    const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    printer.result({ version, node: process.version }, () => [`posctl ${version} (Node ${process.version})`]);
    return Promise.resolve(EXIT.done);
  },
};
