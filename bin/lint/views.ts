import { report, sources, treeToCheck } from './sources.js'
import { VIEW_RULES } from './views/rules.js'

const views = sources(treeToCheck(), 'resources/views/**/*.edge', 'plugins/*/views/**/*.edge')
const failed = VIEW_RULES.reduce(
  (sum, { says, rule }) => sum + report(says, views.flatMap(rule)),
  0
)

console.log(`${views.length} views, ${failed} findings`)
process.exitCode = failed > 0 ? 1 : 0
