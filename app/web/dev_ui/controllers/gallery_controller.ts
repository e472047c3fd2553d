import type { HttpContext } from '@adonisjs/core/http'
import { galleryPage, isGalleryPage } from '#app/web/dev_ui/gallery'

/** The component library on view, while developing. */
export default class GalleryController {
  async index({ view, request }: HttpContext) {
    return view.render('ui::gallery/index', galleryPage('index', request.input('theme')))
  }

  /** A whole page made of components: `/dev/ui/picker`. */
  async show({ view, request, params, response }: HttpContext) {
    const { page } = params
    if (!isGalleryPage(page)) return response.notFound()
    return view.render(`ui::gallery/${page}`, galleryPage(page, request.input('theme')))
  }
}
