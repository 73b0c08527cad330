// DESIGN §3: folders stand on floors and use only what is below them; roles point one way.
const floors = [
  ['sample-day'],
  ['cases', 'messages', 'insights'],
  ['corrections'],
  ['shipments'],
  ['checks'],
  ['customers', 'routes'],
  ['webhooks'],
  ['register', 'outbox', 'access'],
  ['audit', 'idempotency'],
  ['desk'],
  ['http', 'database'],
];
const foundation =
  'amsterdam-time|clock|config|did-you-mean|edit-distance|every|ids|log|map-tiles|metrics|oidc-settings|option-costs|random';

const sameFloorOrAbove = floors.flatMap((floor, height) =>
  floor.map((folder) => ({
    name: `${folder}-uses-only-floors-below`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: {
      path: `^src/(${floors
        .slice(0, height + 1)
        .flat()
        .filter((other) => other !== folder)
        .join('|')}|cli)/|^src/(main|app)\\.ts`,
    },
  })),
);

const effects = 'store|endpoints|schemas|pages|worker|file|source|command|cache';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-cycles', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '^src/routes/driver/service-worker\\.ts$|^src/desk/[a-z]+\\.js$',
      },
      to: {},
    },
    ...sameFloorOrAbove,
    {
      name: 'foundation-knows-nothing',
      severity: 'error',
      from: { path: `^src/(${foundation})\\.ts` },
      to: { path: `^src/(?!(${foundation})\\.ts)` },
    },
    {
      name: 'pure-core-has-no-effects',
      comment:
        'x.ts decides; only x-store, x-endpoints, x-schemas, x-file, x-source, x-worker, x-command touch the world',
      severity: 'error',
      from: {
        path: '^src/(register|checks|routes|shipments|corrections|cases|sample-day)/',
        pathNot: `-(${effects})\\.tsx?$`,
      },
      to: {
        path: '^node:|^(fs|path|crypto|stream|worker_threads|zlib)$|node_modules/(express|knex|zod|pino)/',
      },
    },
    {
      name: 'only-stores-touch-knex',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/|-store\\.ts$|^src/main\\.ts' },
      to: { path: 'node_modules/knex/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stores-are-private',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/cli/' },
      to: { path: '^src/[^/]+/.*-store\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'use-cases-know-no-http',
      severity: 'error',
      from: {
        path: '^src/(?!http/|cli/|desk/)[^/]+/',
        pathNot: '-(endpoints|pages|props|schemas|examples)\\.tsx?$',
      },
      // Who calls, and what to answer when it cannot be done, are words that a use case may use.
      to: { path: '^src/http/', pathNot: '^src/http/(problem|caller|version|refuse-test-key)\\.ts$' },
    },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'browser-code-takes-only-words-and-pure-rules',
      severity: 'error',
      from: { path: '^src/routes/driver/' },
      to: {
        path: '^src/|^node:',
        pathNot:
          '^src/routes/driver/|^src/routes/(states|instructions/instruction|route|route-change|failure-reasons)\\.ts$|^src/clock\\.ts$',
      },
    },
    {
      name: 'browser-code-stays-in-browsers',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/routes/driver/' },
      to: { path: '^src/routes/driver/' },
    },
    {
      name: 'no-dev-dependencies-in-src',
      severity: 'error',
      // What browsers load is bundled at build, with all that it uses.
      from: { path: '^(src|migrations)/', pathNot: '^src/routes/driver/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'] },
  },
};
