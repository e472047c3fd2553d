import type { HttpContext } from '@adonisjs/core/http'
import { FORMAT_LOCALES, type Locale } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { typedIn, type FieldErrors } from '#core/web'
import { addressLines, MOST_ADDRESSES } from '#app/customers/domain/address_lines'
import type { Address } from '#app/customers/models/address'
import { countryName, countryOptions } from '#app/customers/presenters/countries'

const FIELDS = ['label', 'recipient', 'street', 'addition', 'postal_code', 'city', 'country']

/** An address in words, as staff and its owner read it. */
export function presentAddress(address: Address, locale: Locale) {
  return {
    label: address.label,
    isDefault: address.isDefault,
    lines: addressLines(address, countryName(address.country, locale)),
  }
}

export function presentAddresses({ i18n, locale }: HttpContext, addresses: Address[]) {
  return {
    title: i18n.t('customers.addresses.title'),
    mayAdd: addresses.length < MOST_ADDRESSES,
    most: MOST_ADDRESSES,
    addresses: addresses.map((address) => {
      const shown = presentAddress(address, locale)
      const id = address.publicId
      return { ...shown, id, name: shown.label ?? shown.lines.slice(0, 2).join(', ') }
    }),
  }
}

type Form = { address: Address | null; errors: FieldErrors; changedMeanwhile?: boolean }

/** The form of an address; what was typed wins over what is stored. */
export function presentAddressForm(ctx: HttpContext, { address, errors, changedMeanwhile }: Form) {
  const { i18n, locale, request } = ctx
  const typed = typedIn(ctx, [...FIELDS, 'form_key', 'version'])
  const isSent = request.method() === 'POST'
  return {
    title: i18n.t(`customers.addresses.${address ? 'edit' : 'add'}`),
    action: address
      ? urlFor('customers.addresses.update', { id: address.publicId })
      : urlFor('customers.addresses.store'),
    values: isSent ? typed : { ...firstValues(ctx), ...(address && valuesOf(address)) },
    hidden: address
      ? { version: isSent && !changedMeanwhile ? typed.version : address.version }
      : { form_key: typed.form_key ?? randomId() },
    countries: countryOptions(locale),
    meanwhile: changedMeanwhile && address ? presentAddress(address, locale).lines : null,
    errors,
  }
}

function firstValues({ auth }: HttpContext) {
  const { name, formatLocale, locale } = auth.use('web').getUserOrFail()
  return { recipient: name, country: FORMAT_LOCALES[formatLocale ?? locale].slice(-2) }
}

const valuesOf = ({ label, recipient, street, addition, postalCode, city, country }: Address) => ({
  ...{ label, recipient, street, addition },
  ...{ postal_code: postalCode, city, country },
})
