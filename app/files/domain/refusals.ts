/** Why a file is not taken; the sentence is `files.errors.<reason>` with `limits`. */
export type FileReason =
  | 'missing'
  | 'empty'
  | 'too_large'
  | 'too_many'
  | 'type_not_allowed'
  | 'not_what_it_says'
  | 'damaged'
  | 'too_many_pixels'
  | 'packed_too_tightly'
  | 'macros'
  | 'infected'
  | 'scanner_unavailable'
  | 'quota_full'
  | 'expired'

export type FileRefusal = {
  ok: false
  reason: FileReason
  limits: Readonly<Record<string, string | number>>
}

export function refused(reason: FileReason, limits: FileRefusal['limits'] = {}): FileRefusal {
  return { ok: false, reason, limits }
}
