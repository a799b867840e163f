import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { projectFolder } from '../../src/config/project-folder.js';

const ALERTS = join(projectFolder, 'ops/alerts.yaml');
const DASHBOARDS = join(projectFolder, 'ops/grafana');
/** Of other exporters, which the file names. */
const OF_OTHERS = /^(up$|pg_stat_archiver_|pg_replication_|node_filesystem_|probe_ssl_)/;

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
}
const rules = (
  parse(readFileSync(ALERTS, 'utf8')) as { groups: readonly { rules: readonly Rule[] }[] }
).groups.flatMap((group) => group.rules);
const dashboards = readdirSync(DASHBOARDS).map(
  (name) =>
    JSON.parse(readFileSync(join(DASHBOARDS, name), 'utf8')) as {
      title: string;
      panels: { targets: { expr: string }[] }[];
    },
);

/** Names of metrics in an expression: words before a brace, a bracket or an operator, which are no function. */
function metricsIn(expression: string): string[] {
  const bare = expression.replace(/\{[^}]*\}|\[[^\]]*\]|\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/[a-z_][a-z0-9_:]*(?!\s*\()\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => name.includes('_') || name === 'up');
}

/** What the service publishes: every name that the sources give a metric, and those of Node. */
function published(): Set<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ofNode = registry.getMetricsAsArray().map(({ name }) => name);
  registry.clear();
  const sources = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const ours = sources.flatMap((file) =>
    [
      ...readFileSync(join(projectFolder, 'src', file), 'utf8').matchAll(
        /(?:histogram|counter|gauge|watch|watchEach)\(\s*'([a-z_]+)'/g,
      ),
    ].map(([, name = '']) => name),
  );
  return new Set([...ofNode, ...ours]);
}

function unknownIn(expressions: readonly string[]): string[] {
  const known = published();
  const recorded = new Set(rules.map(({ record }) => record));
  return expressions
    .flatMap(metricsIn)
    .filter((name) => !OF_OTHERS.test(name) && !recorded.has(name))
    .filter((name) => !known.has(name) && !known.has(name.replace(/_(bucket|count|sum)$/, '')));
}

describe('ops/alerts.yaml', () => {
  it('reads only metrics that the service publishes, or that a named exporter does', () => {
    expect(rules.length).toBeGreaterThan(15);
    expect(published().size).toBeGreaterThan(30);
    expect(unknownIn(rules.map(({ expr }) => expr))).toEqual([]);
    expect(unknownIn(['rate(http_requests_seen_total[5m]) > 0'])).toEqual(['http_requests_seen_total']);
  });

  const promtool = spawnSync('promtool', ['--version']);
  (promtool.error ? it.skip : it)(
    `is accepted by promtool${promtool.error ? ' (skipped: promtool is not installed)' : ''}`,
    () => {
      const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', ALERTS], {
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`SUCCESS: ${rules.length} rules found`);
    },
  );
});

describe('the dashboards in ops/grafana', () => {
  it('read only metrics that the service publishes', () => {
    expect(dashboards.map(({ title }) => title).toSorted()).toEqual([
      'Can people match?',
      'Database',
      'Desk and partners',
      'Directory',
    ]);
    const expressions = dashboards.flatMap(({ panels }) =>
      panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    );
    expect(unknownIn(expressions)).toEqual([]);
  });
});
