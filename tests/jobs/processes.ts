import { setTimeout as sleep } from 'node:timers/promises'
import { runTypeScript, type Process } from '#tests/kit/processes'

const BOOT_PATIENCE = 30_000

/** Asks every 50 ms until the answer is yes; fails loudly after `patience` milliseconds. */
export async function eventually(question: () => Promise<boolean> | boolean, patience: number) {
  const giveUpAt = Date.now() + patience
  while (!(await question())) {
    if (Date.now() > giveUpAt) throw new Error(`Not within ${patience} ms`)
    await sleep(50)
  }
}

/** Runs a file on this test's database and waits until it has printed `word`. */
export async function startedProcess(
  word: string,
  file: string,
  args: string[] = [],
  env: Record<string, string> = {}
): Promise<Process> {
  const child = runTypeScript(file, args, env)
  await eventually(() => child.hasEnded || child.output().includes(word), BOOT_PATIENCE)
  if (child.hasEnded) throw new Error(`${file} ended early:\n${child.output()}`)
  return child
}
