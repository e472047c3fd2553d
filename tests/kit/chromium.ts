import { spawn } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { ROOT } from '#tests/kit/processes'

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

// The package's own flags would switch web security off, and with it what we want to test.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
]

type Executable = { path: string; env?: NodeJS.ProcessEnv }

/** Unpacks one brotli file of the package: archives into a folder, the rest into a file. */
async function unpack(from: string, to: string): Promise<void> {
  const source = createReadStream(from)
  if (!from.endsWith('.tar.br')) {
    return pipeline(source, createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }))
  }
  mkdirSync(to, { recursive: true })
  const tar = spawn('tar', ['-x', '-C', to], { stdio: ['pipe', 'inherit', 'inherit'] })
  const ended = new Promise<void>((resolve, reject) => {
    tar.on('error', reject)
    tar.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))
    )
  })
  const fed = pipeline(source, createBrotliDecompress(), tar.stdin).catch(unlessTarHadEnough)
  await Promise.all([fed, ended])
}

/** tar ends at the archive's own end mark and may close its input before the padding is read. */
function unlessTarHadEnough(error: NodeJS.ErrnoException): void {
  if (!['ERR_STREAM_PREMATURE_CLOSE', 'EPIPE'].includes(error.code ?? '')) throw error
}

/** The browser that npm brought, unpacked once a version into tmp/ of the project. */
async function broughtChromium(): Promise<Executable> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = dirname(dirname(main))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = join(ROOT, 'tmp', `chromium-${version}`)
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`
    mkdirSync(fresh, { recursive: true })
    const bin = (name: string) => join(root, 'bin', name)
    await Promise.all([
      unpack(bin('chromium.br'), join(fresh, 'chromium')),
      unpack(bin('swiftshader.tar.br'), fresh),
      unpack(bin('al2023.tar.br'), join(fresh, 'libraries')),
      unpack(bin('fonts.tar.br'), join(fresh, 'fonts')),
    ])
    if (existsSync(folder)) rmSync(fresh, { recursive: true })
    else renameSync(fresh, folder)
  }
  const libraries = [join(folder, 'libraries', 'lib'), process.env.LD_LIBRARY_PATH]
  return {
    path: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  }
}

async function executable(): Promise<Executable> {
  const wanted = process.env.CHROME_PATH
  if (wanted === 'npm') return broughtChromium()
  const installed = [wanted, ...INSTALLED].find((path) => path && existsSync(path))
  return installed ? { path: installed } : broughtChromium()
}

/**
 * An installed Chrome or Chromium (CHROME_PATH names another one), else the one from npm.
 * `CHROME_PATH=npm` takes that one in any case.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await executable()
  return chromium.launch({
    executablePath: path,
    args: FLAGS,
    ignoreDefaultArgs: ['--headless=old'],
    env: env as Record<string, string> | undefined,
  })
}
