/** What a broker of the tests listens on. */
export interface BrokerSettings {
  readonly port: number;
  readonly controllerPort: number;
  /** The listener for a proxy, which stands on `proxyPort`. */
  readonly behindProxyPort: number;
  readonly proxyPort: number | undefined;
  readonly data: string;
}

/** With one node these must be 1, or no consumer group ever forms. */
const ONE_NODE = {
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
};

const FOR_TESTS = {
  'auto.create.topics.enable': 'false',
  'group.initial.rebalance.delay.ms': '0',
  // A broker that was killed cannot come back before its old session is over; the default is nine seconds.
  'broker.session.timeout.ms': '1500',
  'broker.heartbeat.interval.ms': '400',
};

/** The broker's properties file. */
export function writeProperties({ port, controllerPort, behindProxyPort, proxyPort, data }: BrokerSettings): string {
  const at = (name: string, listening: number): string => `${name}://127.0.0.1:${listening}`;
  const listeners = [at('PLAINTEXT', port), ...(proxyPort === undefined ? [] : [at('PROXIED', behindProxyPort)])];
  const advertised = [at('PLAINTEXT', port), ...(proxyPort === undefined ? [] : [at('PROXIED', proxyPort)])];
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: [...listeners, at('CONTROLLER', controllerPort)].join(','),
    'advertised.listeners': advertised.join(','),
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': data,
    ...ONE_NODE,
    ...FOR_TESTS,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The same for the container image, which reads its environment. @param advertised `host:port` outside of the container */
export function kafkaEnvironment(advertised: string): Record<string, string> {
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': '1@localhost:9093',
    listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    'advertised.listeners': `PLAINTEXT://${advertised}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    ...ONE_NODE,
    ...FOR_TESTS,
  };
  const names = Object.entries(properties).map(([name, value]) => [
    `KAFKA_${name.replaceAll('.', '_').toUpperCase()}`,
    value,
  ]);
  return Object.fromEntries(names) as Record<string, string>;
}

/** Warnings and errors go to the server's log. */
export const LOGGING = `rootLogger.level=warn
rootLogger.appenderRef.console.ref=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %p %c{1}: %m%n
`;
