import type { Invocation } from '../command.js';
import { environmentOf } from '../environment.js';
import { fail, ok, type Finding } from './finding.js';

const NODE_MAJOR = 20;

/** Whether this machine and the environment can run the service at all. */
export async function checkConfiguration(invocation: Invocation): Promise<Finding[]> {
  return [nodeVersion(), await serviceConfiguration(environmentOf(invocation))];
}

function nodeVersion(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= NODE_MAJOR) return ok('Node', process.version);
  return fail('Node', `${process.version} is too old`, `Use Node ${NODE_MAJOR} or newer.`);
}

async function serviceConfiguration(environment: Invocation['environment']): Promise<Finding> {
  const { ConfigError, readConfig } = await import('../../app/config.js');
  try {
    readConfig(environment);
    return ok('configuration', 'every variable that is set has a value of its kind');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return fail('configuration', error.message, 'Correct the variables that it names.');
  }
}
