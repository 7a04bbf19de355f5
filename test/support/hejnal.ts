/** Runs the command line as a person would, in a process of its own. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `words` are parted by spaces; `settings` are all of its environment but the path, the language and colours. */
export function runHejnal(words: string, settings: Readonly<Record<string, string>>): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'C', NO_COLOR: '1', ...settings }
  const args = ['--import', 'tsx', 'src/cli/main.ts', ...words.split(' ')]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}
