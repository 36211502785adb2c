import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { freePort } from '../src/platform/embedded-postgres/ports.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.js';
import { prepareShop } from './shop.js';
import { ringUp } from './load.js';
const cpu = (pid: number) => { const p = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(p[11]) + Number(p[12])) * 10; };
const pgCpu = (pid: number) => { let t = 0; for (const d of readdirSync('/proc')) { if (!/^\d+$/.test(d)) continue; try { const st = readFileSync(`/proc/${d}/stat`, 'utf8'); const p = st.split(') ')[1]!.split(' '); if (Number(d) === pid || Number(p[1]) === pid) t += (Number(p[11]) + Number(p[12])) * 10; } catch {} } return t; };
const db = await startEmbeddedPostgres({ dataDir: '.data/bench/postgres', settings: {} });
const shop = await prepareShop(db.url);
const [sp, fp] = [await freePort(), await freePort()];
const prof = process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [];
const service = fork('dist/main.js', ['api'], { execArgv: prof, env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: shop.ownerUrl, PORT: String(sp), HOST: '127.0.0.1' }, stdio: ['ignore', process.env.LOGFILE ? 'ignore' : 'ignore', 'inherit', 'ipc'] });
const floor = fork('bench/floor.ts', [], { execArgv: ['--import', 'tsx'], env: { ...process.env, NODE_ENV: 'production', FLOOR_DATABASE_URL: shop.ownerUrl, FLOOR_PORT: String(fp), FLOOR_TENANT: shop.tenantId, FLOOR_OUTLET: shop.outletId, FLOOR_POOL: '10' } });
await once(floor, 'message'); for (;;) { try { if ((await fetch(`http://127.0.0.1:${sp}/readyz`)).ok) break; } catch {} await new Promise((r) => setTimeout(r, 100)); }
const t = (port: number) => ({ baseUrl: `http://127.0.0.1:${port}`, tenant: shop.tenantSlug, apiKey: shop.apiKey, outletId: shop.outletId, skus: shop.skus });
for (let r = 0; r < 3; r++) for (const [name, port, child] of [['service', sp, service], ['floor', fp, floor]] as const) {
  const a = cpu(child.pid!), p = pgCpu(db.pid); const res = await ringUp(t(port), 32, Number(process.env.SECS ?? 6)); const n = res.sales;
  console.log(name, 'sales', n, 'rate', Math.round(res.salesPerSecond), 'node us', Math.round((cpu(child.pid!) - a) * 1000 / n), 'pg us', Math.round((pgCpu(db.pid) - p) * 1000 / n), 'fail', res.failures);
}
service.kill('SIGTERM'); floor.kill(); await once(service, 'exit'); await db.stop();
