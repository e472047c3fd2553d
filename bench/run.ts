import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { figuresTable, reaches, type Figure, type Goal } from './figures.js'
import { measureFloors } from './floors.js'
import { pinSelf } from './pinned.js'

const ROUNDS = 5
const README = new URL('./README.md', import.meta.url)
const [BEGIN, END] = ['<!-- figures -->', '<!-- /figures -->']

/** `npm run bench -- 1 5 --write`: the goals named, or all; `--write` keeps the figures. */
const args = process.argv.slice(2)
const wanted = args.filter((arg) => /^\d+$/.test(arg)).map(Number)

async function goals(): Promise<Goal[]> {
  const files = globSync('goals/goal_*.ts', { cwd: import.meta.dirname })
  const all = await Promise.all(
    files.map(async (file) => (await import(new URL(file, import.meta.url).href)).default as Goal)
  )
  return all
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .sort((a, b) => a.id - b.id)
}

function keep(text: string): void {
  const page = readFileSync(README, 'utf8')
  const [before, rest] = page.split(BEGIN)
  writeFileSync(README, `${before}${BEGIN}\n\n${text}\n\n${END}${rest.split(END)[1]}`)
}

pinSelf()
const figures: Figure[] = []
const invalid: string[] = []
const floors = await measureFloors(ROUNDS)
console.log(`Floors: ${floors.join(', ')}`)
for (const goal of await goals()) {
  console.log(`Goal ${goal.id}: ${goal.title} …`)
  try {
    const measured = await goal.measure(ROUNDS)
    figures.push(...measured)
    console.log(figuresTable(measured))
  } catch (error) {
    invalid.push(`Goal ${goal.id}: ${error instanceof Error ? error.message : error}`)
  }
}

const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`
const text = `${machine}\n\nFloors: ${floors.join(', ')}\n\n${figuresTable(figures)}`
console.log(`\n${text}`)
for (const line of invalid) console.error(line)

const missed = figures.filter((figure) => !reaches(figure)).length
console.log(`${figures.length - missed} passed, ${missed + invalid.length} failed`)
if (args.includes('--write') && invalid.length === 0) keep(text)
process.exit(missed + invalid.length > 0 ? 1 : 0)
