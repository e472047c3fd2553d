import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { contentSecurityPolicy } from '#app/web/domain/content_security_policy'
import { galleryPage, GALLERY_PAGES } from '#app/web/dev_ui/gallery'
import { ROOT } from '#tests/kit/processes'
import { pageState, uiEdge } from '#tests/ui/render'

const ASSETS = join(ROOT, 'public', 'assets')
const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

type Manifest = Record<string, { file: string }>

const MAIL = 'mail_sample'

/** Mails bring their styles along; staff see them in a frame of its own. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"

/** Serves the gallery under the policy of every page, out of templates and built assets alone. */
export async function startGallery(): Promise<{ url: string; stop: () => Promise<void> }> {
  const assets = readAssets()
  const server = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://gallery')
    const [, folder, name] = pathname.split('/')
    if (folder === 'assets') {
      response.setHeader('Content-Type', TYPES[name.split('.').at(-1)!] ?? 'text/plain')
      return response.end(assets.files.get(name))
    }
    if (folder === 'brand.css') {
      return response.setHeader('Content-Type', 'text/css').end('')
    }
    void renderPage(folder || 'index', searchParams.get('theme'), assets.url).then((html) => {
      const policy = folder === MAIL ? MAIL_POLICY : contentSecurityPolicy()
      response.setHeader('Content-Security-Policy', policy)
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html)
    })
  })
  const { port } = await listen(server)
  const stop = () => new Promise<void>((done) => server.close(() => done()))
  return { url: `http://127.0.0.1:${port}`, stop }
}

/** All built files at once, so that a build beside this test takes none away. */
function readAssets() {
  const read = (name: string) => readFileSync(join(ASSETS, name))
  const manifest = JSON.parse(read('.vite/manifest.json').toString()) as Manifest
  const names = readdirSync(ASSETS, { withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    files: new Map(names.map(({ name }) => [name, read(name)])),
    url: (path: string) => `/assets/${manifest[path].file}`,
  }
}

async function renderPage(name: string, theme: string | null, asset: (path: string) => string) {
  const page = ([...GALLERY_PAGES, MAIL] as const).find((known) => known === name) ?? 'index'
  const shared = { ...pageState(), asset, urlFor, entryTags: entryTags(asset) }
  return uiEdge()
    .createRenderer()
    .share(shared)
    .render(`ui::gallery/${page}`, galleryPage(page, theme))
}

function urlFor(name: string, params: { page?: string } = {}): string {
  if (name === 'organisation.brand.show') return '/brand.css'
  return name === 'web.dev_ui.mail_sample' ? `/${MAIL}` : `/${params.page ?? ''}`
}

const entryTags = (asset: (path: string) => string) =>
  `<link rel="stylesheet" href="${asset('resources/css/app.css')}">
   <script type="module" src="${asset('resources/js/app.ts')}"></script>`

async function listen(server: Server): Promise<AddressInfo> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server.address() as AddressInfo
}
