import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, execute, fetchOnce, runs } from './fetching.js';

/** How to run Kafka's classes on this machine. */
export interface KafkaProgram {
  readonly java: string;
  /** For `java -cp`. */
  readonly classPath: string;
}

const POM = path.resolve('kafka/pom.xml');
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const JAVA_MIN = 17;
const JAVA_PACKAGES = ['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'default-jre-headless'];
const HOW =
  'The tests need Apache Kafka. Set TEST_KAFKA_BROKERS to brokers (host:port) that they may create topics on, or start Docker, ' +
  `or install Java ${JAVA_MIN} or newer and Maven (Debian: apt-get install openjdk-17-jre-headless maven; macOS: brew install openjdk maven): `;

/** Java and the broker's jars, which are fetched once into `.data/kafka`. @throws Error that says what to install. */
export async function findKafkaProgram(): Promise<KafkaProgram> {
  const java = await findJava();
  const name = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  const folder = path.resolve('.data/kafka', `lib-${name}`); // another version in the pom is another folder
  await fetchOnce(folder, copyJars);
  return { java, classPath: path.join(folder, '*') };
}

async function findJava(): Promise<string> {
  const found = await javaOnThisMachine();
  if (found !== undefined) return found;
  for (const name of JAVA_PACKAGES) {
    const installed = (await aptInstall([name])) ? await javaOnThisMachine() : undefined;
    if (installed !== undefined) return installed;
  }
  throw new Error(`${HOW}there is no Java ${JAVA_MIN}.`);
}

async function javaOnThisMachine(): Promise<string | undefined> {
  const home = process.env['JAVA_HOME'];
  for (const java of [...(home === undefined || home === '' ? [] : [path.join(home, 'bin/java')]), 'java']) {
    try {
      const version = /version "(\d+)/.exec(await execute(java, ['-version']));
      if (Number(version?.[1] ?? 0) >= JAVA_MIN) return java;
    } catch {
      continue; // not there: the next place
    }
  }
  return undefined;
}

async function copyJars(folder: string): Promise<void> {
  if (!(await runs('mvn', ['--version'])) && !(await aptInstall(['maven']))) throw new Error(`${HOW}there is no mvn.`);
  process.stderr.write('Fetching the Kafka broker with Maven, once.\n');
  // -U: Maven remembers a look-up that failed, and would not try it again.
  const args = ['-B', '-q', '-U', '-f', POM, COPY, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  try {
    await execute('mvn', args);
  } catch (first) {
    process.stderr.write(`Maven failed, once more: ${String(first)}\n`);
    await execute('mvn', args).catch((error: unknown) => {
      throw new Error(`${HOW}Maven cannot fetch the broker: ${String(error)}`, { cause: error });
    });
  }
}
