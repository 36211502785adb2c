import type { GenericContainer, StartedTestContainer } from 'testcontainers';

/** Makes the container from its image; `host` is where its ports will be found. */
export type Design = (container: GenericContainer, host: string) => GenericContainer;

const START_TIMEOUT_MS = 120_000; // the image may have to be pulled first

/** Starts a container; `undefined` when this machine has no engine, or its engine cannot run the image: then the next rung serves. */
export async function inContainer(image: string, design: Design): Promise<StartedTestContainer | undefined> {
  const { getContainerRuntimeClient, GenericContainer } = await import('testcontainers');
  let host: string;
  try {
    host = (await getContainerRuntimeClient()).info.containerRuntime.host;
  } catch {
    return undefined; // no engine on this machine
  }
  try {
    return await design(new GenericContainer(image), host).withStartupTimeout(START_TIMEOUT_MS).start();
  } catch (error) {
    process.stderr.write(`The container engine cannot run ${image} (${String(error)}); using a local server.\n`);
    return undefined;
  }
}
