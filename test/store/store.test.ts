/** Transactions that get in each other's way. */
import { expect, test } from 'vitest'
import { createKeyring, randomSecret } from '../../src/runtime/crypto.ts'
import { openStore } from '../../src/store/store.ts'
import { afterwards } from '../support/afterwards.ts'
import { freshDatabase } from '../support/database.ts'

test('a deadlock is tried again, and both are done in the end', { timeout: 30_000 }, async () => {
  const store = openStore((await freshDatabase()).url, createKeyring(randomSecret().toString('base64')))
  afterwards(() => store.close())
  await store.db.setting.createMany({
    data: ['a', 'b'].map((name) => ({ name, value: '', updatedAt: new Date(0) })),
  })
  let arrived = 0
  let meet = () => {}
  const bothAreThere = new Promise<void>((resolve) => (meet = resolve))
  const visit = (first: string, second: string) =>
    store.transaction(async (tx) => {
      await tx.$queryRaw`select name from setting where name = ${first} for update`
      arrived += 1
      if (arrived === 2) meet()
      await bothAreThere
      await tx.$queryRaw`select name from setting where name = ${second} for update`
    })
  await Promise.all([visit('a', 'b'), visit('b', 'a')])
  expect(arrived).toBe(3)
})
