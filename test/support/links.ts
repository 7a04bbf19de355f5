/** Follows the links between documents. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkout } from './architecture.ts'

/** The links of a document that lead nowhere: to no file, or to no heading of it. */
export function brokenLinks(name: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
  return links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', heading] = link.split('#')
      const target = file ? path.posix.join(path.posix.dirname(name), file) : name
      return (
        !existsSync(path.join(checkout, target)) ||
        (heading !== undefined &&
          !headingsOf(readFileSync(path.join(checkout, target), 'utf8')).includes(heading))
      )
    })
}

/** Headings as GitHub makes them into anchors. */
function headingsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
}
