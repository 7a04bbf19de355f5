/** Finds an account PostgreSQL can run under here: it refuses root, and a home folder closed to others hides its own files from it. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A fixed environment for PostgreSQL's programs, so that nothing of the person's own shell (PGDATA, PGPORT, a locale) leaks in. */
export const plainEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Who a program runs as: the words in front of its command, the ids it is spawned with, and who must own its files. */
export interface Account {
  readonly prefix: readonly string[]
  readonly ids: { readonly uid?: number; readonly gid?: number }
  readonly owner: Owner
}

/** The numbers of a user and a group on this machine. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * The first account that can run `program` and reach the place where `folder` is to be; what leads there is made, and belongs to
 * whoever owns the ground. `undefined` when there is none: as root in a closed home folder where neither user namespaces nor capabilities
 * are allowed, or as a user whose number has no name.
 */
export async function findAccount(folder: string, program: string): Promise<Account | undefined> {
  const parent = path.dirname(path.resolve(folder))
  const made = await mkdir(parent, { recursive: true, mode: 0o711 })
  const holder = await stat(made ? path.dirname(made) : parent)
  if (made) await handOver(made, holder)
  for (const account of await candidates(holder)) {
    if (await canRun(account, program, parent)) return account
  }
  return undefined
}

/** The command line and spawn options that run `program` as `account`. */
export function as(
  account: Account,
  program: string,
  args: readonly string[],
): { command: string; args: string[]; options: object } {
  const [command, ...rest] = [...account.prefix, program, ...args]
  return {
    command: command ?? program,
    args: rest,
    options: { ...account.ids, cwd: '/', env: plainEnvironment },
  }
}

/** Hands `folder` with all that is in it to its new owner; only root needs to, and only root can. */
export async function handOver(folder: string, { uid, gid }: Owner): Promise<void> {
  if (!isRoot()) return
  await run('chown', ['-R', `${uid}:${gid}`, folder], { env: plainEnvironment })
}

/** Whether this process is the machine's administrator, whom PostgreSQL refuses to run for. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function candidates(holder: Owner): Promise<Account[]> {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const other = await somebody()
  const mapped = {
    prefix: ['unshare', '--user', `--map-user=${other.uid}`, `--map-group=${other.gid}`],
    ids: {},
    owner: self,
  }
  if (!isRoot()) return [{ prefix: [], ids: {}, owner: self }, mapped]
  return [...(holder.uid === 0 ? [] : [switched(holder)]), mapped, capable(other), switched(other)]
}

/** PostgreSQL asks for its user's name, so the number must be one the machine knows. */
async function somebody(): Promise<Owner> {
  const lines = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const users = lines.split('\n').map((line) => line.split(':'))
  const known = ['postgres', 'nobody']
    .map((name) => users.find((user) => user[0] === name))
    .find((user) => user !== undefined)
  return { uid: Number(known?.[2] ?? 65534), gid: Number(known?.[3] ?? 65534) }
}

function switched({ uid, gid }: Owner): Account {
  return { prefix: [], ids: { uid, gid }, owner: { uid, gid } }
}

/** Another user who keeps one right of root's, to pass through closed folders: what is left where user namespaces are forbidden. */
function capable(owner: Owner): Account {
  const only = '-all,+dac_override'
  const rights = [
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
    '--securebits=+no_setuid_fixup',
  ]
  return {
    prefix: ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...rights],
    ids: {},
    owner,
  }
}

async function canRun(account: Account, program: string, parent: string): Promise<boolean> {
  const { command, args, options } = as(account, '/bin/sh', [
    '-c',
    'id -un && cd "$1" && "$0" --version',
    program,
    parent,
  ])
  return run(command, args, options).then(
    () => true,
    () => false,
  )
}
