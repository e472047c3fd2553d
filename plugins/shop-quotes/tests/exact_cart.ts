import type { TaxedLine } from '#plugins/shop-quotes/domain/totals'

/** A fraction in lowest terms; shares no code with what it judges. */
class Fraction {
  readonly over: bigint
  readonly under: bigint

  constructor(over: bigint, under = 1n) {
    const common = divisor(over < 0n ? -over : over, under)
    this.over = over / common
    this.under = under / common
  }

  plus = (other: Fraction) =>
    new Fraction(this.over * other.under + other.over * this.under, this.under * other.under)
  minus = (other: Fraction) => this.plus(new Fraction(-other.over, other.under))
  times = (other: Fraction) => new Fraction(this.over * other.over, this.under * other.under)
  by = (other: Fraction) => new Fraction(this.over * other.under, this.under * other.over)

  /** By counting halves: the whole number below, and one more where half or more is left. */
  rounded(): Fraction {
    const size = this.over < 0n ? -this.over : this.over
    const below = size / this.under
    const left = (size - below * this.under) * 2n
    const nearest = left >= this.under ? below + 1n : below
    return new Fraction(this.over < 0n ? -nearest : nearest)
  }

  number = () => Number(this.over) / Number(this.under)
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))
const ONE = new Fraction(1n)
const NOTHING = new Fraction(0n)

/** `12.5` as 125 ÷ 10 */
function fractionOf(decimal: string): Fraction {
  const [whole, fraction = ''] = decimal.split('.')
  return new Fraction(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
}

const left = (bp: number) => ONE.minus(new Fraction(BigInt(bp), 10_000n))

function amount(line: TaxedLine, whole: number): Fraction {
  return new Fraction(BigInt(line.unitPriceMinor))
    .times(fractionOf(line.quantity))
    .times(left(line.discountBp ?? 0))
    .times(left(whole))
    .rounded()
}

const total = (fractions: Fraction[]) => fractions.reduce((sum, one) => sum.plus(one), NOTHING)

/** What a cart comes to by the rules of docs/domain/money.md, in exact fractions. */
export function exactCart(lines: readonly TaxedLine[], whole: number) {
  const amounts = lines.map((line) => amount(line, whole))
  const groups = [...new Set(lines.map((line) => `${line.taxClass} ${line.rateBp}`))].map(
    (name) => {
      const own = (basis: string) =>
        total(
          amounts.filter((_, index) => {
            const { taxClass, rateBp, basis: given } = lines[index]
            return `${taxClass} ${rateBp}` === name && given === basis
          })
        )
      const rate = new Fraction(BigInt(name.split(' ')[1]), 10_000n)
      const gross = own('gross')
      const net = own('net')
      const paid = gross.plus(net).plus(net.times(rate).rounded())
      const base = gross.by(ONE.plus(rate)).rounded().plus(net)
      const vat = base.times(rate).rounded()
      return { name, base, vat, paid, rounding: paid.minus(base).minus(vat) }
    }
  )
  return {
    amounts: amounts.map((one) => one.number()),
    groups: groups.map(({ name, ...figures }) => ({
      name,
      base: figures.base.number(),
      vat: figures.vat.number(),
      rounding: figures.rounding.number(),
      paid: figures.paid.number(),
    })),
    total: total(groups.map(({ paid }) => paid)).number(),
  }
}
