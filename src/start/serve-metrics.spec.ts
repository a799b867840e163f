import { Metrics } from '../metrics/metrics.js';
import { type MetricsServer, serveMetrics } from './serve-metrics.js';

let metrics: Metrics;
let server: MetricsServer;
beforeAll(async () => {
  metrics = new Metrics();
  server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  metrics.registry.clear();
});

describe('the port of metrics', () => {
  it('answers what this process and Node measure', async () => {
    metrics.loadShed.inc();
    let known: number | undefined = 3;
    metrics.watch('things_known', 'For this test', () => known);
    const scrape = async () => (await fetch(`${server.address}/metrics`)).text();
    const text = await scrape();
    expect(text).toContain('\nload_shed_total 1\n');
    expect(text).toContain('\nthings_known 3\n');
    expect(text).toMatch(/^process_cpu_user_seconds_total \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    known = undefined;
    expect(await scrape()).not.toMatch(/^things_known \d/m);
  });

  it('answers nothing else', async () => {
    for (const path of ['/', '/v1/programs', '/metrics?name=x'])
      expect((await fetch(server.address + path)).status).toBe(404);
    expect((await fetch(`${server.address}/metrics`, { method: 'POST' })).status).toBe(404);
  });
});
