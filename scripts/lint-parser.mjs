// The parser of the lint: one program of types, made once, for all .ts and .vue files. Left to itself the parser makes the program
// anew for each .vue file, because what it is given (the script) is not what lies on the disk; that was most of what linting cost.
// Holds always: the types are those of exactly the text that is linted; a text that has changed since is parsed the slow way.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const root = join(import.meta.dirname, '..')
const plain = tseslint.parser
const VUE = { extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }

/** @type {import('typescript').Program | null} */
let program = null

export const parser = {
  meta: { name: 'yantu-lint-parser' },
  /** @param {string} code @param {Record<string, unknown> & { filePath: string }} options */
  parseForESLint(code, options) {
    const { project, extraFileExtensions, ...rest } = options
    // Pieces of a template: without types.
    if (project === undefined) return plain.parseForESLint(code, options)
    program ??= makeProgram()
    if (program.getSourceFile(options.filePath)?.text !== code) return plain.parseForESLint(code, options)
    return plain.parseForESLint(code, { ...rest, programs: [program] })
  },
}

function makeProgram() {
  const config = join(root, 'tsconfig.json')
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  }
  // As the parser asks of every program; .vue files are no TypeScript by their names.
  const more = { noEmit: true, noUnusedLocals: true, noUnusedParameters: true, allowNonTsExtensions: true }
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(config, more, host, undefined, undefined, [VUE])
  const compilerHost = ts.createCompilerHost(options, true)
  const read = compilerHost.getSourceFile
  compilerHost.getSourceFile = (file, ...how) =>
    file.endsWith('.vue') ? ts.createSourceFile(file, scriptOf(file), how[0], true, ts.ScriptKind.TS) : read(file, ...how)
  return ts.createProgram(fileNames, options, compilerHost)
}

/** The script of a component, as the parser of .vue files hands it on. @param {string} file */
function scriptOf(file) {
  const found = { code: '' }
  const handedOn = {
    parseForESLint(code, options) {
      if (options.project === undefined) return plain.parseForESLint(code, options)
      found.code = code
      return plain.parseForESLint(code, { ...options, project: undefined })
    },
  }
  vueParser.parseForESLint(readFileSync(file, 'utf8'), { filePath: file, parser: handedOn, project: true, sourceType: 'module' })
  return found.code
}
