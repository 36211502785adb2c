import { tsImport } from 'tsx/esm/api';

/** Stops what global-setup.mjs has started. */
export default async function globalTeardown() {
  const { stopServers } = await tsImport('./servers.ts', import.meta.url);
  await stopServers();
}
