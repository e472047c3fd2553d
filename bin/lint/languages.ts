import { LANGUAGES, readCatalogue } from './languages/catalogue.js'
import { apostrophes, otherArguments, unreadable, wrongPlurals } from './languages/icu.js'
import {
  copiedEnglish,
  silentRules,
  unequalKeys,
  unknownKeys,
  unusedKeys,
} from './languages/coverage.js'
import { breakingSigns } from './languages/typography.js'
import { report, sources, treeToCheck } from './sources.js'

const root = treeToCheck()
const catalogue = readCatalogue(root)
const code = sources(
  root,
  '{app,config,providers,start,resources}/**/*.{ts,edge}',
  'plugins/*/**/*.{ts,edge}'
).filter(({ path }) => !path.includes('/tests/'))

const findings = [
  report('A language lacks texts that others have', unequalKeys(catalogue)),
  report('Not readable as ICU message', unreadable(catalogue)),
  report('Other values than in English', otherArguments(catalogue)),
  report('Plural forms', wrongPlurals(catalogue)),
  report('Apostrophe beside a brace', apostrophes(catalogue)),
  report('Signs that may begin a line', breakingSigns(catalogue)),
  report('Left in English', copiedEnglish(catalogue)),
  report('Rules that would answer in English', silentRules(catalogue, code)),
  report('Used, but not written', unknownKeys(catalogue, code)),
]
const failed = findings.reduce((sum, count) => sum + count, 0)

report('For information: no code names these texts', unusedKeys(catalogue, code))
console.log(`${catalogue.en.size} texts in ${LANGUAGES.length} languages, ${failed} findings`)
process.exitCode = failed > 0 ? 1 : 0
