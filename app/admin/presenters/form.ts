import { currentOrganisation, type Locale } from '#core/organisation'
import type { AnyResource, FieldErrors, Viewer } from '#app/admin/definition'
import { fieldAt, type Field } from '#app/admin/fields'
import { presentFields, type Filled } from '#app/admin/presenters/form_fields'
import { sectionHelp, sectionTitle } from '#app/admin/words'

/** The sections of a form, ready for the view; errors by id for the summary. */
export async function presentForm(resource: AnyResource, filled: Filled) {
  const errors = sentencesOf(filled.errors ?? {}, filled.viewer)
  const sections = await Promise.all(
    resource.form.sections.map(async ({ name, fields }) => {
      const own = fields.filter(({ only }) => only === undefined || only === filled.mode)
      const presented = await presentFields(resource, own, { ...filled, errors })
      return {
        title: sectionTitle(resource, name, filled.viewer),
        help: sectionHelp(resource, name, filled.viewer),
        fields: presented,
        hidden: presented.every(({ hidden }) => hidden),
      }
    })
  )
  const { defaultLocale } = await currentOrganisation()
  const all = resource.form.sections.flatMap(({ fields }) => fields)
  const summary = summaryOf(errors, all, defaultLocale)
  return { errors: summary, sections: sections.filter(({ fields }) => fields.length > 0) }
}

function sentencesOf(errors: FieldErrors, viewer: Viewer): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, said]) => [name, viewer.word(said, said)])
  )
}

/** A text per language has no input under its own name: the summary leads to the default language. */
function summaryOf(errors: FieldErrors, fields: readonly Field[], locale: Locale): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([path, sentence]) => {
      const id = path.replaceAll('.', '-')
      return [fieldAt(fields, path)?.kind === 'translated' ? `${id}-${locale}` : id, sentence]
    })
  )
}
