/** The city's population table: one at a time, the newest that was brought in. */
import type { Population } from '../domain/population.ts'
import { keepSetting, settingOf } from './consultations.ts'
import type { Db } from './store.ts'

const name = 'population'

/** Keeps a table in place of the one before; false when it is the same. */
export function keepPopulation(db: Db, population: Population, at: Date): Promise<boolean> {
  return keepSetting(db, name, population, at)
}

/** The table; undefined as long as none was brought in. */
export function findPopulation(db: Db): Promise<Population | undefined> {
  return settingOf<Population>(db, name)
}
