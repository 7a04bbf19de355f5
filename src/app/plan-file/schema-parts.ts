/** What several parts of a plan's file are made of. */
import { z } from 'zod'
import { day, id, text } from '../file/parts.ts'

/** From a day to a day, both included. */
export const span = z.strictObject({ from: day, to: day })
/** A value, or null where nothing has been measured. */
export const figure = z.number().nullable()
/** Ids of other things of the plan. */
export const ids = z.array(id(48)).max(500).default([])
/** Words of the city's own choice. */
export const words = z.array(text(48)).max(100).default([])

/** Zlotys with up to two decimals; a double tells their grosze apart up to this much. */
const mostZlotys = 1_000_000_000_000
/** An amount of money. */
export const money = z
  .number()
  .min(0)
  .max(mostZlotys)
  .refine((zlotys) => Math.round(zlotys * 100) / 100 === zlotys, { error: 'form-money' })
