/** A picture in SVG made into one that any program shows: resvg in WebAssembly, the same on every computer. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const require = createRequire(import.meta.url)
const letters = [
  require.resolve('@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf'),
  require.resolve('@expo-google-fonts/onest/700Bold/Onest_700Bold.ttf'),
] as const
let made: Promise<readonly Uint8Array[]> | undefined

/** PNG of the picture's own size. The program and the letters are loaded by the first one. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  made ??= load()
  const resvg = new Resvg(svg, {
    font: { fontBuffers: [...(await made)], defaultFontFamily: 'Onest' },
  })
  const picture = resvg.render()
  const png = picture.asPng()
  // what lives in WebAssembly is not collected by itself
  picture.free()
  resvg.free()
  return png
}

async function load(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return Promise.all(letters.map((file) => readFile(file)))
}
