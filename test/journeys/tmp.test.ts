import { test, expect } from 'vitest'
import { openHouse } from '../support/house.ts'
test('x', async () => {
  console.time('open'); const h = await openHouse({ telegram: 'polling', isOnDiscord: true }); console.timeEnd('open')
  console.time('open2'); const g = await openHouse({ telegram: 'webhook' }); console.timeEnd('open2')
  const u = h.telegram.user({ languageCode: 'en' })
  console.time('a'); await u.says('/start c-safe-way-to-school'); await u.sees('How old'); console.timeEnd('a')
  console.log(u.screen())
  console.time('close');await h.close();await g.close(); console.timeEnd('close')
  console.log(h.complaints, h.violations())
})
