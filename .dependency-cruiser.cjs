/**
 * The one-way roads of the house (docs: CONTRIBUTING.md, "Layers"). Paths are those of the
 * sources; `#core/x` resolves to app/x/main.ts, `#app/x` to app/x, `#plugins/x` to plugins/x.
 */

const INNER =
  'models|queries|actions|controllers|validators|presenters|admin|mails|jobs|listeners|commands|middleware'
const FRAMEWORK =
  '^(node_modules/)?(@adonisjs|@vinejs|@japa|edge\\.js|knex|luxon|pg|better-sqlite3|ws|altcha)'

/** A rule that a folder imports nothing from the folders that lie above it. */
const below = (folder, above) => ({
  name: `${folder}-imports-downward`,
  comment: `${folder} is imported by ${above}, never the other way round`,
  severity: 'error',
  from: { path: `^(app|plugins)/[^/]+/${folder}/` },
  to: { path: `^(app|plugins)/[^/]+/(${above})/` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one concept, or a third is missing',
      severity: 'error',
      from: { pathNot: '/tests/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'plugin-imports-core-only',
      comment: 'A plugin sees of the core what a main.ts shows (#core/x), nothing behind it',
      severity: 'error',
      from: { path: '^plugins/', pathNot: '/tests/' },
      to: {
        path: '^(app|config|start|providers|bin|database|tests)/',
        pathNot: '^app/[^/]+/main\\.ts$',
      },
    },
    {
      name: 'plugin-imports-no-plugin',
      comment: 'Between plugins pass core events, queries and contracts only',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/' },
      to: { path: '^plugins/', pathNot: '^plugins/$1/' },
    },
    {
      name: 'core-imports-no-plugin',
      comment: 'The core does not know which plugins exist',
      severity: 'error',
      from: { path: '^(app|config|start|providers|bin)/' },
      to: { path: '^plugins/' },
    },
    {
      name: 'module-through-main',
      comment: "A core module uses another one through its main.ts; `module.ts` is the registry's",
      severity: 'error',
      from: { path: '^app/([^/]+)/' },
      to: { path: '^app/', pathNot: '^app/$1/|^app/[^/]+/main\\.ts$' },
    },
    {
      name: 'domain-knows-no-framework',
      comment: 'Pure rules: no framework, database, clock, translation or URL',
      severity: 'error',
      from: { path: '^(app|plugins)/[^/]+/domain/' },
      to: { path: `${FRAMEWORK}|^(config|start|providers|database)/` },
    },
    {
      name: 'domain-imports-domain',
      comment: 'Nothing of the layers above reaches the rules',
      severity: 'error',
      from: { path: '^(app|plugins)/[^/]+/domain/' },
      to: { path: `^(app|plugins)/[^/]+/(${INNER})/` },
    },
    below('models', 'queries|actions|controllers|validators|presenters|admin|mails|jobs|listeners'),
    below('queries', 'actions|controllers|validators|presenters|admin|mails|jobs|listeners'),
    below('actions', 'controllers|validators|presenters|admin|listeners'),
    below('presenters', 'actions|controllers|admin|jobs|listeners'),
    {
      name: 'actions-know-no-http',
      comment: 'A use case runs from a page, a command and a job alike',
      severity: 'error',
      from: { path: '^(app|plugins)/[^/]+/(actions|queries|models)/' },
      to: { path: '@adonisjs/(core/(build/)?(http|modules/http)|http-server)' },
    },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { path: '^(app|plugins|config|start|providers)/', pathNot: '/tests/' },
      to: { path: '^tests/|/tests/' },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(app|plugins|config|start|providers)/', pathNot: '/tests/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    tsConfig: { fileName: 'bin/lint/layers.tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    exclude: { path: '^(build|tmp|public|storage)/' },
  },
}
