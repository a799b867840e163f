import type { ClosedShape } from '../support/closed-shape.js';

// The fields that the files of ops/ use, as the API of Kubernetes 1.34 and the Compose Specification name them. A field that
// is not here is refused: add it as those documents spell it.

const LABELS: ClosedShape = { '*': 'string' };
const META: ClosedShape = { name: 'string', labels: LABELS };
const SELECTOR: ClosedShape = { matchLabels: LABELS };
const QUANTITIES: ClosedShape = { cpu: /^\d+m?$/, memory: /^\d+[MG]i$/ };
const HTTP_PROBE: ClosedShape = {
  httpGet: { path: /^\/health\/(live|ready|writable)$/, port: 'string' },
  periodSeconds: 'number',
  timeoutSeconds: 'number',
  failureThreshold: 'number',
};

const CONTAINER: ClosedShape = {
  name: 'string',
  image: 'string',
  args: ['string'],
  ports: [{ name: 'string', containerPort: 'number' }],
  env: [{ name: /^[A-Z_]+$/, value: 'string' }],
  startupProbe: HTTP_PROBE,
  readinessProbe: HTTP_PROBE,
  livenessProbe: HTTP_PROBE,
  lifecycle: { preStop: { sleep: { seconds: 'number' } } },
  resources: { requests: QUANTITIES, limits: QUANTITIES },
  securityContext: {
    allowPrivilegeEscalation: 'boolean',
    readOnlyRootFilesystem: 'boolean',
    capabilities: { drop: ['string'] },
  },
  volumeMounts: [{ name: 'string', mountPath: /^\//, readOnly: 'boolean' }],
};

const POD: ClosedShape = {
  metadata: { labels: LABELS },
  spec: {
    automountServiceAccountToken: 'boolean',
    enableServiceLinks: 'boolean',
    restartPolicy: /^(Always|OnFailure|Never)$/,
    terminationGracePeriodSeconds: 'number',
    securityContext: {
      runAsNonRoot: 'boolean',
      runAsUser: 'number',
      runAsGroup: 'number',
      fsGroup: 'number',
      seccompProfile: { type: /^RuntimeDefault$/ },
    },
    topologySpreadConstraints: [
      {
        maxSkew: 'number',
        topologyKey: 'string',
        whenUnsatisfiable: /^(ScheduleAnyway|DoNotSchedule)$/,
        labelSelector: SELECTOR,
      },
    ],
    containers: [CONTAINER],
    volumes: [
      {
        name: 'string',
        emptyDir: { sizeLimit: 'string' },
        secret: { secretName: 'string', defaultMode: 'number' },
      },
    ],
  },
};

const POLICY_PORTS: ClosedShape = [{ port: 'port', protocol: /^(TCP|UDP)$/ }];

/** By the `kind` of a manifest. */
export const KUBERNETES_SHAPES: Readonly<Record<string, ClosedShape>> = {
  Kustomization: {
    apiVersion: /^kustomize\.config\.k8s\.io\/v1beta1$/,
    kind: 'string',
    namespace: 'string',
    labels: [{ includeSelectors: 'boolean', pairs: LABELS }],
    resources: ['string'],
    images: [{ name: 'string', newTag: 'string' }],
  },
  Deployment: {
    apiVersion: /^apps\/v1$/,
    kind: 'string',
    metadata: META,
    spec: {
      replicas: 'number',
      selector: SELECTOR,
      strategy: { type: /^RollingUpdate$/, rollingUpdate: { maxUnavailable: 'number', maxSurge: 'number' } },
      template: POD,
    },
  },
  Job: {
    apiVersion: /^batch\/v1$/,
    kind: 'string',
    metadata: META,
    spec: { backoffLimit: 'number', template: POD },
  },
  Service: {
    apiVersion: /^v1$/,
    kind: 'string',
    metadata: META,
    spec: { selector: LABELS, ports: [{ name: 'string', port: 'number', targetPort: 'port' }] },
  },
  PodDisruptionBudget: {
    apiVersion: /^policy\/v1$/,
    kind: 'string',
    metadata: META,
    spec: { maxUnavailable: 'number', selector: SELECTOR },
  },
  HorizontalPodAutoscaler: {
    apiVersion: /^autoscaling\/v2$/,
    kind: 'string',
    metadata: META,
    spec: {
      scaleTargetRef: { apiVersion: 'string', kind: 'string', name: 'string' },
      minReplicas: 'number',
      maxReplicas: 'number',
      metrics: [
        {
          type: /^Resource$/,
          resource: { name: 'string', target: { type: /^Utilization$/, averageUtilization: 'number' } },
        },
      ],
    },
  },
  NetworkPolicy: {
    apiVersion: /^networking\.k8s\.io\/v1$/,
    kind: 'string',
    metadata: META,
    spec: {
      podSelector: SELECTOR,
      policyTypes: [/^(Ingress|Egress)$/],
      ingress: [{ ports: POLICY_PORTS, from: [{ namespaceSelector: SELECTOR }] }],
      egress: [{ ports: POLICY_PORTS }],
    },
  },
};

const COMPOSE_SERVICE: ClosedShape = {
  image: 'string',
  build: { context: 'string', dockerfile: 'string' },
  restart: /^(no|unless-stopped)$/,
  user: 'string',
  read_only: 'boolean',
  tmpfs: ['string'],
  cap_drop: ['string'],
  security_opt: ['string'],
  stop_grace_period: /^\d+s$/,
  mem_limit: /^\d+m$/,
  shm_size: /^\d+m$/,
  ports: [/^127\.0\.0\.1:\d+:\d+$/],
  environment: { '*': 'string' },
  secrets: ['string'],
  networks: ['string'],
  entrypoint: ['string'],
  command: ['string'],
  depends_on: { '*': { condition: /^service_(started|healthy|completed_successfully)$/ } },
  healthcheck: { test: ['string'], interval: /^\d+s$/, timeout: /^\d+s$/, retries: 'number' },
  volumes: [/^[\w./-]+:\/[\w./-]+(:ro)?$/],
};

export const COMPOSE_SHAPE: ClosedShape = {
  name: 'string',
  'x-service': COMPOSE_SERVICE,
  'x-postgres': COMPOSE_SERVICE,
  'x-standby': COMPOSE_SERVICE,
  services: { '*': COMPOSE_SERVICE },
  networks: { '*': {} },
  volumes: { '*': {} },
  secrets: { '*': { file: 'string' } },
};
