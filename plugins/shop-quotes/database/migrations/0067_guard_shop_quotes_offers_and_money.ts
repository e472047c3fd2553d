import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'
import { moneyGuards, withoutMoneyGuards } from '#plugins/shop-quotes/domain/money_guards'
import { offerGuards, withoutOfferGuards } from '#plugins/shop-quotes/domain/offer_guards'

export default class extends BaseSchema {
  override async up() {
    const engine = dialect(this.db)
    for (const statement of [...offerGuards(engine), ...moneyGuards(engine)]) {
      this.schema.raw(statement)
    }
  }

  override async down() {
    const engine = dialect(this.db)
    for (const statement of [...withoutMoneyGuards(engine), ...withoutOfferGuards(engine)]) {
      this.schema.raw(statement)
    }
  }
}
