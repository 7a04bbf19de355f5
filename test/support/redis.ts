/** A real Redis for the suites named `*.redis.test.ts`, which can be killed in the middle of its work. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection, createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterwards } from './afterwards.ts'
import { findRedis } from './installed.ts'

export interface Redis {
  readonly url: string
  /** As a power cut would: at once, and everything in it is lost. */
  kill(): Promise<void>
  /** On the same port as before, empty. */
  start(): Promise<void>
}

/** Starts a Redis that keeps nothing on disk; it ends with the test file. */
export async function startRedis(): Promise<Redis> {
  const program = findRedis()
  if (!program) throw new Error('This suite needs redis-server: apt-get install redis-server')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hejnal-redis-'))
  const port = await freePort()
  let server: ChildProcess | undefined
  const start = async () => {
    server = launch(program, port, folder)
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error('redis-server ended while starting')
      await sleep(20)
    }
  }
  const kill = async () => {
    await end(server)
    server = undefined
  }
  afterwards(async () => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  })
  await start()
  return { url: `redis://127.0.0.1:${port}`, kill, start }
}

function launch(program: string, port: number, folder: string): ChildProcess {
  const nothingOnDisk = ['--save', '', '--appendonly', 'no', '--dir', folder]
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--maxmemory-policy',
    'noeviction',
    ...nothingOnDisk,
  ]
  const server = spawn(program, flags, { stdio: 'ignore' })
  const endWithUs = () => server.kill('SIGKILL')
  process.once('exit', endWithUs)
  server.once('exit', () => process.off('exit', endWithUs))
  return server
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [reply] = (await once(socket, 'data')) as [Buffer]
    return reply.toString().startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function end(server: ChildProcess | undefined): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGKILL')
  await once(server, 'exit')
}
