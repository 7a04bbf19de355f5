/** Who may answer: bands of age, never a birth date, against what a channel and a consultation allow. */
import type { Option } from './consultation.ts'

/** The youngest age the programme speaks to: where "under 13" begins. */
export const youngestAge = 10
/** Where "27 or more" ends. */
export const oldestAge = 120

/** Whole years, both ends included. */
export interface AgeRange {
  readonly from: number
  readonly to: number
}

/**
 * The ages a band's id stands for: `u13` is under 13, `a13_15` and `b13_15` are 13 to 15, `a27` is 27 or more.
 * Undefined when the id tells no age ("prefer not to say").
 */
export function rangeOf(bandId: string): AgeRange | undefined {
  const [, kind, first, last] = /^([a-z])(\d{1,3})(?:_(\d{1,3}))?$/.exec(bandId) ?? []
  if (!kind || !first) return undefined
  const range =
    kind === 'u'
      ? { from: youngestAge, to: Number(first) - 1 }
      : { from: Number(first), to: Number(last ?? oldestAge) }
  return range.from <= range.to && !(kind === 'u' && last) ? range : undefined
}

/** The younger of two bands that one person gave; one that tells no age is taken for the youngest. */
export function youngerBand(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return (rangeOf(other)?.from ?? 0) < (rangeOf(one)?.from ?? 0) ? other : one
}

/** Whether a person of this band may answer here. A band that tells no age is taken for too young: we cannot be sure. */
export function isAdmitted(
  bandId: string,
  { minAge, audience }: { readonly minAge: number; readonly audience: AgeRange },
): 'yes' | 'too-young' | 'too-old' {
  const range = rangeOf(bandId)
  if (!range || range.from < minAge || range.to < audience.from) return 'too-young'
  return range.from > audience.to ? 'too-old' : 'yes'
}

/** The band of `aboutOptions` that certainly contains the band given at the gate, so that age is not asked twice. */
export function exactBand(gateBandId: string, aboutOptions: readonly Option[]): string | undefined {
  const gate = rangeOf(gateBandId)
  return gate && aboutOptions.find(({ id }) => contains(rangeOf(id), gate))?.id
}

function contains(outer: AgeRange | undefined, inner: AgeRange): boolean {
  return outer !== undefined && outer.from <= inner.from && inner.to <= outer.to
}
