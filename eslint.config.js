// What a reader of this repository may rely on in every file: no forgotten promises, no holes in the types,
// every case of a union handled, no markup from strings, and nothing on the phone that Chromium 87 or iOS 15 lack.
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'
import { parser } from './scripts/lint-parser.mjs'

const typed = ['src/**/*.ts', 'src/**/*.vue', 'tests/**/*.ts', 'tests/**/*.vue', 'vite.config.ts']
const phone = ['domain', 'wire', 'storage', 'sync', 'app', 'service-worker'].flatMap((folder) => [
  `src/${folder}/**/*.ts`,
  `src/${folder}/**/*.vue`,
])

const missingProperties = [
  ['crypto', 'randomUUID'],
  ['AbortSignal', 'timeout'],
  ['AbortSignal', 'any'],
  ['Object', 'groupBy'],
  ['Object', 'hasOwn'],
  ['Map', 'groupBy'],
  ['Promise', 'withResolvers'],
  ['Array', 'fromAsync'],
  ['URL', 'canParse'],
].map(([object, property]) => ({ object, property, message: 'Missing on phones in use (Chromium 87, iOS 15).' }))

const missingMethods = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced'].map((method) => ({
  selector: `CallExpression > MemberExpression.callee[property.name='${method}']`,
  message: `.${method}() is missing on phones in use (Chromium 87, iOS 15).`,
}))

export default tseslint.config(
  { ignores: ['dist/', 'dist-server*/', 'data/', 'node_modules/', 'test-results/', 'playwright-report/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...vue.configs['flat/recommended'],
  {
    files: typed,
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-debugger': 'error',
    },
  },
  {
    files: ['src/**/*.vue', 'tests/**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser,
        project: './tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      'vue/no-v-html': 'error',
      // A style attribute in a template is inline style, which the content security policy refuses.
      'vue/no-static-inline-styles': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/attributes-order': 'off',
      // How lines are broken is left to the writer.
      ...Object.fromEntries(
        [
          'max-attributes-per-line',
          'singleline-html-element-content-newline',
          'multiline-html-element-content-newline',
          'html-self-closing',
          'html-indent',
          'html-closing-bracket-newline',
          'first-attribute-linebreak',
          'html-closing-bracket-spacing',
        ].map((rule) => [`vue/${rule}`, 'off']),
      ),
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.vue'],
    ignores: ['src/app/text/**', 'src/server/text/**', 'src/domain/policy/packs/**'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: phone,
    rules: {
      'no-restricted-globals': ['error', { name: 'structuredClone', message: 'Missing on phones in use (Chromium 87, iOS 15).' }],
      'no-restricted-properties': ['error', ...missingProperties],
      'no-restricted-syntax': [
        'error',
        ...missingMethods,
        { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: 'Look-behind is a syntax error below iOS 16.4.' },
        { selector: 'Literal[regex.flags=/[dv]/]', message: 'Regular expression flags d and v are missing on phones in use.' },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression > MemberExpression.callee[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo|fixme|skipIf|runIf)$/]',
          message: 'A test is never skipped, singled out or put off.',
        },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'eslint.config.js'],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error', 'no-unused-vars': 'off' },
  },
)
