// Loaded into a service that gets requests by chance: one of them may name a company's real address, which must not be called.
const dns = require('node:dns');

const refused = (name) => Object.assign(new Error(`no network: ${name}`), { code: 'ENOTFOUND' });
const { lookup } = dns;
const LOOPBACK = /^(localhost|127\..*|::1)$/;
dns.lookup = (name, ...rest) =>
  LOOPBACK.test(name) ? lookup(name, ...rest) : process.nextTick(rest.at(-1), refused(name));
dns.promises.lookup = (name) => Promise.reject(refused(name));
