import type { LucidModel } from '@adonisjs/lucid/types/model'

export type AttributeKind = 'text' | 'number' | 'flag' | 'instant' | 'json'

/** Attributes of a model that are columns, in order of declaration. */
export function attributesOf(model: LucidModel): string[] {
  model.boot()
  return [...model.$columnsDefinitions.keys()]
}

/** What a column decorator says about its values; a plain `@column()` counts as text. */
export function kindOf(model: LucidModel, attribute: string): AttributeKind {
  return model.$getColumn(attribute)?.meta?.kind ?? 'text'
}

export const isAttribute = (model: LucidModel, name: string) => model.$hasColumn(name)

/** `table.column` of an attribute, for SQL; the attribute itself is one of the model's own. */
export function columnOf(model: LucidModel, attribute: string): string {
  const column = model.$getColumn(attribute)
  if (!column) throw new Error(`${model.name} has no column ${attribute}`)
  return `${model.table}.${column.columnName}`
}
