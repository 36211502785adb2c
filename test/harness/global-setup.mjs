import { tsImport } from 'tsx/esm/api';

/** Jest loads its set-up without the transformations it gives to tests, so TypeScript has to be asked for. */
export default async function globalSetup() {
  const { startServers } = await tsImport('./servers.ts', import.meta.url);
  await startServers();
}
