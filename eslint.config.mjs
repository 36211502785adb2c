import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.examples.ts', 'test/**/*.ts', 'bench/**/*.ts'];
const size = { skipBlankLines: true, skipComments: true };

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '**/dist/',
      'sdk/src/contract/',
      '.data/',
      'coverage/',
      'openapi/',
      'src/app/generated/',
      'test/fixtures/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, ...size }],
      'max-lines-per-function': ['error', { max: 40, ...size }],
      'max-len': ['error', { code: 140, ignoreUrls: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of literals says the same and needs no code.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that everybody calls it the same.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers, dates and booleans print well; what must not slip in is an object or a missing value.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Modules of inversify and classes of commands are declared for their kind, not for their state.
      '@typescript-eslint/no-extraneous-class': 'off',
      // `process.env['NAME']` is how the compiler option noUncheckedIndexedAccess wants it read.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      // `void (await …)` makes a promise of something a promise of nothing, in one line.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Branded numbers are numbers.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `instanceof` narrows a generic class to Class<any>; the other no-unsafe rules catch what JSON.parse lets in.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
    },
  },
  {
    files: ['src/posctl/**/*.ts', 'src/app/demo/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A table of cases is long by nature, and what a server answers in a test has no type until the test has looked at it.
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // A sentence that somebody reads is one line, however long its language makes it.
    files: ['web/pos/src/messages/*.ts'],
    rules: { 'max-len': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: { 'max-lines': ['error', { max: 300, ...size }], 'max-len': ['error', { code: 140 }] },
  },
);
