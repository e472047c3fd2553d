import tseslint from 'typescript-eslint'

const FORBIDDEN_NAMES = /(^|_)(helpers?|utils?|misc|data|info|managers?)(_|\.)/

/** Names that say nothing (style.md) are refused where they would begin to spread. */
const fileName = {
  meta: {
    type: 'problem',
    messages: { drawer: '"{{name}}" is a drawer, not a name: say what is in it.' },
  },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split('/').at(-1)
      if (FORBIDDEN_NAMES.test(name) && !/data_(dir|map)/.test(name)) {
        context.report({ node, messageId: 'drawer', data: { name } })
      }
    },
  }),
}

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }]
const limits = (files, file, method) => ({
  files,
  rules: {
    'max-lines': lines(file),
    ...(method && { 'max-lines-per-function': lines(method) }),
  },
})

const restricted = {
  doubleCast: {
    selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
    message: 'A cast through unknown hides a wrong type.',
  },
  sendLater: {
    selector: "CallExpression[callee.property.name='sendLater']",
    message: 'sendLater keeps mail in memory; queueMail writes it in the transaction.',
  },
  clock: {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask clock.now() of #core/platform: tests set it.',
  },
  random: {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'A calculation gets its chance as an argument.',
  },
  unsent: {
    selector:
      'ExpressionStatement > CallExpression[callee.object.type="CallExpression"][callee.property.name=/^(update|delete|insert|multiInsert|exec|increment|decrement)$/]',
    message: 'A query that nobody awaits: it may run after the answer, and its error is lost.',
  },
  rebuild: {
    selector: 'CallExpression[callee.property.name=/^(dropColumn|dropColumns|alter)$/]',
    message:
      'On SQLite this rebuilds the table and loses child rows and triggers: use raw ALTER TABLE … DROP COLUMN.',
  },
}
const refuse = (...names) => ['error', ...names.map((name) => restricted[name])]

// Adding a condition to a query is no work begun; `unsent` finds what is.
const builders = [
  {
    from: 'package',
    package: '@adonisjs/lucid',
    name: [
      'ModelQueryBuilderContract',
      'RelationQueryBuilderContract',
      'DatabaseQueryBuilderContract',
    ],
  },
  { from: 'file', name: 'Query' },
]

export default tseslint.config(
  { ignores: ['build', 'coverage', 'node_modules', 'public', 'storage', 'tmp', '.adonisjs'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    plugins: { house: { rules: { 'file-name': fileName } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'max-params': ['error', 4],
      'max-lines': lines(300),
      complexity: ['error', 24],
      'no-console': 'off',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'house/file-name': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-syntax': refuse('doubleCast', 'sendLater'),
    },
  },
  {
    files: ['{app,bin,config,plugins,providers,start,tests}/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      // A query builder is sent when it is awaited: adding a condition to one is no promise.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafePromises: builders }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['{app,plugins}/**/*.ts'],
    // A lease between processes runs on real time, also where tests froze the clock.
    ignores: ['app/platform/{clock,lease}.ts', '**/tests/**', '**/assets/**'],
    rules: { 'no-restricted-syntax': refuse('doubleCast', 'sendLater', 'unsent', 'clock') },
  },
  {
    files: ['{app,plugins}/**/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': refuse('doubleCast', 'clock', 'random') },
  },
  {
    files: ['**/migrations/**/*.ts'],
    rules: { 'no-restricted-syntax': refuse('rebuild') },
  },
  // A Japa test of a browser is one long function; a controller's decorators need value imports.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Lucid and Edge read types of decorated properties at run time.
  {
    files: ['{app,plugins}/**/models/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  // style.md names the sizes at which to stop and look; here stands where nobody may pass.
  limits(['{app,plugins}/**/domain/**/*.ts'], 150, 35),
  limits(['{app,plugins}/**/models/**/*.ts'], 150),
  limits(['{app,plugins}/**/actions/**/*.ts'], 100),
  limits(['{app,plugins}/**/controllers/**/*.ts'], 100),
  limits(['plugins/*/plugin.ts', 'app/*/module.ts'], 60),
  limits(['**/*.spec.ts'], 250)
)
