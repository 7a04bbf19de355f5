/** The least that serving a page can cost: one process that holds the packed bytes and writes them. `page.ts PORT`; told `{ body, headers }`, it serves that to whoever asks. */
import { createServer } from 'node:http'

interface Page {
  /** In base64. */
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

// nothing else keeps it until it is told what to serve
process.channel?.ref()
process.once('message', (told) => {
  const { body, headers } = told as Page
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_, response) => {
    response.writeHead(200, { ...headers, 'content-length': bytes.length })
    response.end(bytes)
  })
  server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('served'))
})
process.send?.('ready')
