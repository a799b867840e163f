import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../../src/config/project-folder.js';
import { breachesOfShape } from '../support/closed-shape.js';
import { itWithProgram } from '../support/it-with-program.js';
import { readDockerfile } from '../support/read-dockerfile.js';
import { COMPOSE_SHAPE, KUBERNETES_SHAPES } from './ops-shapes.js';

const ops = join(projectFolder, 'ops');
const read = (file: string) => readFileSync(join(ops, file), 'utf8');
const KUSTOMIZE = readdirSync(join(ops, 'kustomize'));

interface Manifest {
  readonly kind: string;
}
interface Compose {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly secrets: object;
  readonly volumes: object;
}
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;

const run = (program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: projectFolder });
  return { status, output: `${stdout}${stderr}` };
};

describe('The manifests for Kubernetes', () => {
  const flawsOf = (manifest: Manifest) => breachesOfShape(manifest, KUBERNETES_SHAPES[manifest.kind] ?? {});

  it.each(KUSTOMIZE)('have only fields of their kind: %s', (file) => {
    expect(flawsOf(parse(read(`kustomize/${file}`)) as Manifest)).toEqual([]);
  });

  it.each([
    [
      'a misspelt field',
      'readinessProbe:',
      'readynessProbe:',
      '/spec/template/spec/containers/0/readynessProbe is no field',
    ],
    ['a wrong type', 'replicas: 2', 'replicas: two', '/spec/replicas is string, not number'],
    [
      'a field at the wrong place',
      'runAsNonRoot: true',
      'readOnlyRootFilesystem: true',
      '/spec/template/spec/securityContext/readOnlyRootFilesystem is no field',
    ],
    [
      'an address that the service does not have',
      '/health/ready',
      '/healthz',
      '/spec/template/spec/containers/0/startupProbe/httpGet/path is "/healthz"',
    ],
  ])('are refused with %s', (_what, right, wrong, flaw) => {
    const text = read('kustomize/deployment.yaml');
    expect(text).toContain(right);
    expect(flawsOf(parse(text.replace(right, wrong)) as Manifest)).toEqual([flaw]);
  });

  it('are all in the kustomization', () => {
    const { resources } = parse(read('kustomize/kustomization.yaml')) as { resources: string[] };
    expect([...resources, 'kustomization.yaml'].toSorted()).toEqual(KUSTOMIZE.toSorted());
  });

  itWithProgram('kubectl', 'are built by kubectl', () => {
    const { status, output } = run('kubectl', 'kustomize', 'ops/kustomize');
    expect([status, output.match(/^kind: .*$/gm)?.length]).toEqual([0, 6]);
  });
});

describe('compose.yaml', () => {
  it('has only fields of the specification, and refuses a misspelt one', () => {
    expect(breachesOfShape(compose, COMPOSE_SHAPE)).toEqual([]);
    const wrong = parse(read('compose.yaml').replace('stop_grace_period', 'stop_grace_periode'), {
      merge: true,
    });
    expect(breachesOfShape(wrong, COMPOSE_SHAPE)).toContain(
      '/services/service1/stop_grace_periode is no field',
    );
  });

  it('names services, secrets, volumes and files that are there', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      const {
        depends_on = {},
        secrets = [],
        volumes = [],
      } = service as {
        depends_on?: object;
        secrets?: string[];
        volumes?: string[];
      };
      const sources = volumes.map((volume) => volume.split(':')[0]!);
      const missing = [
        ...Object.keys(depends_on).filter((one) => !(one in compose.services)),
        ...secrets.filter((one) => !(one in compose.secrets)),
        ...sources.filter((one) =>
          one.startsWith('.') ? !existsSync(join(ops, one)) : !(one in compose.volumes),
        ),
      ];
      expect([name, missing]).toEqual([name, []]);
    }
  });

  it('publishes the balancer alone', () => {
    const published = Object.entries(compose.services).filter(([, service]) => 'ports' in service);
    expect(published.map(([name]) => name)).toEqual(['balancer']);
  });

  it.each(readdirSync(join(ops, 'compose')))('has scripts that bash can read: %s', (script) => {
    expect(run('bash', '-n', join('ops/compose', script))).toEqual({ status: 0, output: '' });
  });
});

describe('The other files for operators', () => {
  it('of the image copy what is there, and nothing that holds secrets', () => {
    const { copied } = readDockerfile();
    expect(copied.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
    expect(copied).toEqual([
      'package.json',
      'LICENSE',
      'NOTICE',
      'node_modules',
      'seed-data',
      'openapi',
      'dist',
    ]);
  });

  itWithProgram(
    'haproxy',
    'of the balancer are read by haproxy, which retries only what no process has read',
    () => {
      const { status, output } = run('haproxy', '-c', '-f', 'ops/haproxy.cfg');
      expect([status, output]).toEqual([0, expect.stringContaining('Configuration file is valid')]);
      expect(read('haproxy.cfg')).toMatch(/^ {4}retry-on conn-failure$/m);
    },
  );

  itWithProgram('promtool', 'of the monitoring are read by promtool', () => {
    expect(run('promtool', 'check', 'config', 'ops/prometheus.yaml').status).toBe(0);
  });

  itWithProgram(
    'systemd-analyze',
    'of systemd are read without a warning, and a misspelt key has one',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'unit-'));
      const verify = (text: string) => {
        const file = join(folder, 'treatment-navigator.service');
        writeFileSync(file, text.replace('/usr/bin/node', process.execPath));
        return run('systemd-analyze', 'verify', file);
      };
      try {
        const unit = read('systemd/treatment-navigator.service');
        expect(verify(unit)).toEqual({ status: 0, output: '' });
        expect(verify(unit.replace('NoNewPrivileges', 'NoNewPriviledges')).output).toContain('Unknown key');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
