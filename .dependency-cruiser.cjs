/** The arrows of the house: main, cli → rooms → core. See docs/decisions/0001-the-house.md. */
const ROOMS = 'access|assessments|desk|directory|evidence|feed|health|interchange|limits|matching';
const FOUNDATIONS = 'config|database|http';

/** room → rooms it may use */
const ARROWS = {
  matching: ['assessments', 'evidence', 'directory'],
  desk: ['directory', 'evidence'],
  evidence: ['directory'],
  feed: ['directory'],
  interchange: ['directory', 'evidence'],
  directory: [],
  assessments: [],
  access: [],
  limits: [],
  health: [],
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types alone may refer back; code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      comment: 'core imports nothing outside core: no Nest, no TypeORM, no Node, no library',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'foundations-know-no-room',
      severity: 'error',
      from: { path: `^src/(${FOUNDATIONS})/` },
      to: { path: `^src/(${ROOMS})/` },
    },
    {
      name: 'nobody-imports-the-entrances',
      comment: 'main.ts, cli.ts and app.module.ts are entrances: nothing in a room reaches back to them',
      severity: 'error',
      from: { path: `^src/(${ROOMS}|${FOUNDATIONS}|core)/` },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    ...Object.entries(ARROWS).map(([room, allowed]) => ({
      name: `${room}-keeps-to-its-arrows`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(${ROOMS})/`,
        pathNot: `^src/(${[room, ...allowed].join('|')})/`,
      },
    })),
    { name: 'no-forward-ref', severity: 'error', from: {}, to: { path: 'forward-ref' } },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies-at-run-time',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
